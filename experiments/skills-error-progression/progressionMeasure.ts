import type { Measure } from '@lawbook/schemas'
import type { Wording } from '@lawbook/skill-requests'
import type { ProgressionChoices } from './choices.ts'
import { type FamilyKind, familyKinds } from './classes.ts'
import type { Reading } from './enrichment.ts'
import type { Observed } from './evidence.ts'
import { type Alternative, measureOf, sampled } from './measures.ts'
import { type Progression, progressionOf } from './progression.ts'
import { cellOf, designNames, designs, totals } from './tally.ts'

/** The measure of claim H5 with its declared alternatives, and what it is made of. */
export function progressionMeasure(
  observed: Observed,
  judged: readonly string[],
  choices: ProgressionChoices,
): { readonly main: Progression | null; readonly measure: Measure } {
  const wording = choices.wording as Wording
  const reading: Reading = { kind: choices.family as FamilyKind, ladder: choices.ladder }
  const progress = (under: Partial<Reading>, routers = judged, asked = wording) =>
    progressionOf(
      routers.map((id) => observed.tallies(id, asked)),
      { ...reading, ...under },
    )
  const main = progress({})
  const ambiguous = choices.ambiguous as Wording
  const most = mostCapturing(observed, judged, wording)
  const alternatives: Alternative[] = [
    ...designs.map((design) => ({ choice: 'design', option: designNames[design], judged: main?.alone[design] })),
    { choice: 'wording', option: ambiguous, judged: progress({}, judged, ambiguous)?.both },
    ...familyKinds
      .filter((kind) => kind !== reading.kind)
      .map((kind) => ({ choice: 'families', option: kind, judged: progress({ kind })?.both })),
    {
      choice: 'ladder',
      option: 'up to 500, the authors’',
      judged: progress({ ladder: choices.ladder.filter((size) => size <= 500) })?.both,
    },
    ...rawAlternatives(progress({ raw: true })),
    {
      choice: 'routers',
      option: 'without the two that capture most',
      judged: progress(
        {},
        judged.filter((id) => !most.includes(id)),
      )?.both,
    },
  ]
  const measure = measureOf(
    {
      id: 'progression',
      title: 'smallest adjacent contrast of slopes of enrichment, local < drift < capture, over both designs',
      method:
        'least squares of ln (share of a class among wrong picks / its share under uniform wrong picks, P(wrong) x E[share] summed over requests) on ln N, shares averaged over judged routers, one a kin, before the logarithm; componentwise minimum within a design; over designs the smaller lower and the larger upper limits',
      unit: 'slope of ln enrichment in ln N',
      ...sampled(observed.requests('test', wording)),
    },
    main?.both,
    judged.length === 0
      ? 'no router reached the calibration accuracy that is needed to be judged'
      : 'no judged router has a black hole, or a class without wrong picks at some size',
    main?.contrasts ?? [],
    alternatives,
  )
  return { main, measure }
}

/** The composition as it is, in both designs and in each: shares among wrong picks without the correction. */
function rawAlternatives(raw: Progression | null): Alternative[] {
  const option = 'none, raw shares'
  return [
    { choice: 'correction', option, judged: raw?.both },
    ...designs.map((design) => ({
      choice: 'correction',
      option: `${option}, ${designNames[design]}`,
      judged: raw?.alone[design],
    })),
  ]
}

/** The two of several routers whose black holes capture most, over the whole ladder in random libraries. */
export function mostCapturing(observed: Observed, routers: readonly string[], wording: Wording): string[] {
  const captured = new Map(routers.map((id) => [id, capturedMass(observed, id, wording)]))
  return [...routers].sort((a, b) => captured.get(b)! - captured.get(a)!).slice(0, 2)
}

/** The chance of capture, summed over sizes and requests, in random libraries. */
export function capturedMass(observed: Observed, router: string, wording: Wording): number {
  const { random } = observed.tallies(router, wording)
  const sums = totals(random, null)
  return random.sizes.reduce((sum, _, k) => sum + cellOf(sums, k, 'capture'), 0)
}
