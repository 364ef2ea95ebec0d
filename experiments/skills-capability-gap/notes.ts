import { pearson } from '@lawbook/estimators'
import { dependencyClasses, type PipelineEvidence } from '@lawbook/pipelines'
import type { Row } from '@lawbook/schemas'
import type { GapChoices } from './choices.ts'
import type { Chances } from './panel.ts'
import { type askedRouters, chancesOf, primary, type Reading, removed, removedOverPlacebo } from './readings.ts'
import { regimesOf } from './regimes.ts'
import type { Regime } from './statistics.ts'

/** What a reader of the numbers should know: who is judged, what is arithmetic, and which form predicts best. */
export function notesOf(options: {
  readonly evidence: PipelineEvidence
  readonly asked: ReturnType<typeof askedRouters>
  readonly chances: Chances
  readonly forms: readonly Row[]
  readonly regimes: readonly Row[]
  readonly worlds: readonly Row[]
  readonly choices: GapChoices
}): string[] {
  const { evidence, asked, chances, forms, regimes, worlds, choices } = options
  const judged = asked.filter(({ eligible }) => eligible)
  const readAs = (change: Partial<Reading>): Chances => chancesOf(evidence, judged, { ...primary(choices), ...change })
  return [
    'Local routers choose, programs execute: no language model is in it. The paper’s outcome is the score that a language model gave to what language models wrote; here it is whether a checked product is right.',
    `Judged: ${judged.length} routers, one a kin, on ${chances.skills.length} pairs.`,
    ...(judged.length === 0
      ? []
      : [
          ...arithmeticNotes(chances, choices, (joint) => readAs({ joint })),
          ...(['large', 'small'] as const).map((regime) => partsNote(regime, regimes)),
          classNote(evidence, chances, readAs(removed), readAs(removedOverPlacebo)),
          ...lossNote(worlds),
        ]),
    'The synergy cannot exceed P(A) (1 − P(B)) where only right skills count, and a pair has a large gap only where P(A) is high and P(B) low: a larger synergy at a larger gap is mostly this bound. That is why the share of the bound is judged.',
    ...formNote(forms),
    ...asked
      .filter(({ eligible }) => !eligible)
      .map(({ title, reason }) => `${title} is shown, not judged: ${reason}.`),
  ]
}

/** What of the synergy is no work of a state: how gaps were read, ends over other skills, both steps in one library. */
function arithmeticNotes(chances: Chances, choices: GapChoices, read: (joint: Reading['joint']) => Chances): string[] {
  const over = differences(chances.joint, read('state').joint)
  const drawn = differences(read('alone').joint, chances.base)
  return [
    `The gaps of the two wordings correlate by ${correlation(chances).toFixed(2)} over pairs and routers.`,
    rewordingNote(chances, choices),
    `Right ends over another accepted skill add ${points(mean(over))} to the closed loop on average (at most ${points(Math.max(...over))}); P(A) and P(B) count the right skills alone, so this part of the synergy is no work of a state.`,
    `Both steps are asked in one library, so that even without a channel both right differs from P(A) P(B), by ${points(mean(drawn))} on average.`,
  ]
}

/**
 * What regression to the mean does: the second step asked in the other wording, no state anywhere, held against P(A) P(B) in
 * regimes of the gap of the judged wording.
 */
function rewordingNote({ first, second, gapSecond }: Chances, choices: GapChoices): string {
  const { large, small } = regimesOf(choices)
  const within = (regime: Regime): string => {
    const changes = first.flatMap((row, r) =>
      [...row.keys()]
        .filter((p) => regime(row[p]! - second[r]![p]!))
        .map((p) => row[p]! * (gapSecond[r]![p]! - second[r]![p]!)),
    )
    return changes.length === 0 ? 'unknown' : points(mean(changes))
  }
  return `Regression to the mean: asking the second step in the other wording, with no state at all, gives a "synergy" of ${within(large)} at large gaps of the judged wording and of ${within(small)} at small ones. That is why the gap that decides is read from the other wording.`
}

/** What of a regime's synergy is the state, what any text and what the pull of the first skill. */
function partsNote(regime: 'large' | 'small', rows: readonly Row[]): string {
  const of = (condition: string): string => {
    const row = rows.find((one) => one.regime === regime && one.condition === condition)
    const limits = row?.lo90 == null ? '' : ` (${[row.lo90, row.hi90].map((one) => tenths(Number(one))).join(' to ')})`
    return row?.value == null ? 'unknown' : `${tenths(Number(row.value))}${limits}`
  }
  return `Mean synergy at ${regime} gaps, points with 90 % intervals, first skill in the library / gone before B is picked: executed state ${of('executed')} / ${of('removed')}; placebo, the state of another pair, its skill in the library / gone as well ${of('placebo')} / ${of('placebo-removed')}; executed state less placebo ${of('over-placebo')} / ${of('removed-over-placebo')}; plan ${of('plan')} / ${of('plan-removed')}.`
}

/** Where the synergy is made: mean over pairs of each dependency class and routers. */
function classNote({ pipelines }: PipelineEvidence, judged: Chances, gone: Chances, less: Chances): string {
  const within = ({ joint, base }: Chances, name: string): string => {
    const own = [...pipelines.keys()].filter((p) => pipelines[p]!.class === name)
    const synergies = joint.flatMap((row, r) => own.map((p) => row[p]! - base[r]![p]!))
    return own.length === 0 ? 'none' : tenths(100 * mean(synergies))
  }
  const found = dependencyClasses.map(
    (name) => `${name} ${within(judged, name)} / ${within(gone, name)} / ${within(less, name)}`,
  )
  return `Mean synergy by dependency class at any gap, points, as judged / first skill gone before B is picked / the same less the placebo: ${found.join('; ')}.`
}

/** What the judged slope does where a state only takes away, the same part of every P(B): the gap does nothing there. */
function lossNote(worlds: readonly Row[]): string[] {
  const own = worlds.filter(({ world, measure }) => world === 'misleading' && measure === 'gap-raises-synergy')
  if (own.length === 0) return []
  const agreed = own.filter(({ lo90 }) => typeof lo90 === 'number' && lo90 > 0).length
  return [
    `In the planted world "misleading", where a state loses three tenths of every P(B) whatever the gap, the judged slope is ${mean(own.map(({ value }) => Number(value))).toFixed(2)} on average, and ${agreed} of ${own.length} replicates agree that the gap raises the synergy: a loss is a smaller share of P(A) (1 − P(B)) where P(B) is low. A rise would therefore not show that the gap does anything.`,
  ]
}

function formNote(forms: readonly Row[]): string[] {
  const known = forms.filter(({ leftOutError }) => typeof leftOutError === 'number')
  if (known.length === 0) return []
  const text = ({ title, leftOutError }: Row): string => `${title} ${Number(leftOutError).toFixed(1)}`
  return [
    `Error on pairs whose second-step skill was left out of the fit, in points: ${known.map(text).join(', ')}. The fixed share of headroom has one parameter and knows more than the gap: P(A) and P(B) of the other wording.`,
  ]
}

function differences(one: readonly Float64Array[], other: readonly Float64Array[]): number[] {
  return one.flatMap((row, r) => [...row].map((value, p) => value - other[r]![p]!))
}

function correlation({ gapFirst, gapSecond, first, second }: Chances): number {
  const gaps = (one: readonly Float64Array[], other: readonly Float64Array[]) =>
    Float64Array.from(one.flatMap((row, r) => [...row].map((value, p) => value - other[r]![p]!)))
  return pearson(gaps(gapFirst, gapSecond), gaps(first, second))
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

function points(share: number): string {
  return `${tenths(100 * share)} points`
}

function tenths(x: number): string {
  const text = x.toFixed(1)
  return Number(text) === 0 ? text.replace('-', '') : text.replace('-', '−')
}
