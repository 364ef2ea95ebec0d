import { armIds, type Optimiser, subsetId } from './arms.ts'
import type { OptimizationChoices } from './choices.ts'
import { type At, type Estimated, estimate } from './estimate.ts'
import type { Observed, Panel } from './evidence.ts'
import { change, changeElsewhere, type JudgedId, overPlacebo, places, shares, stepCount } from './judge.ts'

/** The same number under another declared choice. It never changes a verdict. */
export type Alternative = { readonly choice: string; readonly option: string; readonly found: Estimated | null }

/** Every declared alternative of a measure. */
export function alternativesOf(
  id: JudgedId,
  observed: Observed,
  panel: Panel,
  choices: OptimizationChoices,
): Alternative[] {
  switch (id) {
    case 'gain':
      return [...curves('authors', panel, choices), ...readings(observed, panel, 'right')]
    case 'hijack':
      return [
        ...sizes('authors', 'wrong', panel, choices),
        of('reading', 'share of all wrong picks that are removed', panel, removed('wrong')),
        ...readings(observed, panel, 'wrong'),
      ]
    case 'capture':
      return [
        { choice: 'optimiser', option: 'ours', found: estimate(panel.held, change(armIds.ours, 'captured')) },
        {
          choice: 'optimiser',
          option: 'ours, hubs corrected',
          found: estimate(panel.held, change(armIds.both, 'captured')),
        },
        {
          choice: 'optimiser',
          option: 'correction of hubs alone',
          found: estimate(panel.held, change(armIds.hub, 'captured')),
        },
      ]
    case 'boundary-share':
      return contributions(panel, places.boundary)
    case 'removal-share':
      return contributions(panel, places.removal)
    case 'edits-gain':
      return ours(panel, choices)
    case 'placebo-difference':
      return [of('optimiser', 'authors’', panel, overPlacebo('authors', choices.placebos))]
    case 'hub-gain':
      return [
        of('on top of', 'our four steps', panel, change(armIds.both, 'right', armIds.ours)),
        of('correction', 'two levels: family first', panel, change(armIds.twoLevel, 'right')),
        of('libraries', 'the whole library', panel, change(armIds.hub, 'full')),
      ]
    case 'kept-elsewhere':
      return elsewhere(panel, choices)
  }
}

const of = (choice: string, option: string, { pooled }: Panel, statistic: (at: At) => number): Alternative => ({
  choice,
  option,
  found: estimate(pooled, statistic),
})

/** Of an optimiser: other sizes, the nearest competitors, the whole library, twins, merges read leniently, share of errors. */
function curves(optimiser: Optimiser, panel: Panel, choices: OptimizationChoices): Alternative[] {
  return [
    ...sizes(optimiser, 'right', panel, choices),
    ...choices.adversarial.map((size) => ({
      choice: 'libraries',
      option: `the right skill and its ${size - 1} nearest`,
      found: estimate(panel.ladder, change(optimiser, `near.${size}`)),
    })),
    of('libraries', 'the whole library', panel, change(optimiser, 'full')),
    of('right', 'or a twin, the whole library', panel, change(optimiser, 'twin')),
    {
      choice: 'merges',
      option: 'read leniently',
      found: estimate(
        panel.ladder,
        (at) => 100 * (at(`${optimiser}.lenient`) - at(`${armIds.before}.right.${choices.size}`)),
      ),
    },
  ]
}

function sizes(optimiser: Optimiser, outcome: string, { ladder }: Panel, choices: OptimizationChoices): Alternative[] {
  return choices.ladder
    .filter((size) => size !== choices.size)
    .map((size) => ({
      choice: 'library size',
      option: `N = ${size}`,
      found: estimate(ladder, change(optimiser, `${outcome}.${size}`)),
    }))
}

/** What all steps of the authors do in another order or under another reading. */
function readings({ edits }: Observed, panel: Panel, outcome: string): Alternative[] {
  const arms = new Set(edits.map(({ arm }) => String(arm)))
  return [...arms]
    .filter((arm) => /^authors\.[a-z]/.test(arm) && !arm.includes('placebo'))
    .map((arm) =>
      of(
        arm === armIds.reversed ? 'order of steps' : 'reading of the released rules',
        arm === armIds.reversed ? 'reversed' : arm.slice('authors.'.length),
        panel,
        change(arm, outcome),
      ),
    )
}

/** The part of what is not right, or of what is wrong, that the authors' steps remove, in per cent. */
export const removed =
  (outcome: 'right' | 'wrong', arm: string = armIds.authors) =>
  (at: At): number => {
    const bad = (one: string): number => (outcome === 'right' ? 1 - at(`${one}.right`) : at(`${one}.wrong`))
    return 100 * (1 - bad(arm) / bad(armIds.before))
  }

/** A step of the authors alone, last, in the mean over orders (first router), and in wrong picks. */
function contributions(panel: Panel, place: number): Alternative[] {
  const all = (1 << stepCount) - 1
  const bit = 1 << place
  return [
    of('contribution', 'alone', panel, change(subsetId('authors', bit), 'right')),
    of('contribution', 'last', panel, change(subsetId('authors', all), 'right', subsetId('authors', all & ~bit))),
    { choice: 'outcome', option: 'wrong skill chosen', found: shares(panel.pooled, 'authors', 'wrong')[place]! },
    { choice: 'optimiser', option: 'ours, the step in its role', found: shares(panel.pooled, 'ours', 'right')[place]! },
  ]
}

function ours(panel: Panel, choices: OptimizationChoices): Alternative[] {
  return [
    ...curves('ours', panel, choices),
    of('steps', 'with the correction of hubs', panel, change(armIds.both, 'right')),
    of('half that is read', 'the one that constants were chosen on', panel, change(armIds.tuning, 'right')),
    of('half that is read', 'half of the packages', panel, change(armIds.packages, 'right')),
    of('outcome', 'wrong skill chosen', panel, change(armIds.ours, 'wrong')),
  ]
}

function elsewhere({ ladder, elsewhere: there }: Panel, choices: OptimizationChoices): Alternative[] {
  const at = (option: string, found: Estimated): Alternative => ({ choice: 'what is shown', option, found })
  const size = choices.elsewhere
  return [
    at('gain there', estimate(there, changeElsewhere(armIds.ours, size))),
    at('gain here at the same size', estimate(ladder, change(armIds.ours, `right.${size}`))),
    at('gain there with the correction of hubs', estimate(there, changeElsewhere(armIds.both, size))),
    at('gain of the correction of hubs alone, there', estimate(there, changeElsewhere(armIds.hub, size))),
    at('gain of the authors’ steps, there', estimate(there, changeElsewhere(armIds.authors, size))),
  ]
}
