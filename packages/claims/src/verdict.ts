import { fail } from '@lawbook/base'
import { type Claim, checkMeasure, type Measure, type Result, type Verdict } from '@lawbook/schemas'
import { kindObstacle, sizeComparable } from './comparable.ts'
import { decide, type Outcome } from './decide.ts'
import { type Intervals, intervalsOf } from './estimate.ts'
import { type Expected, expected } from './expected.ts'
import { neededText } from './needed.ts'
import { intervalText, numberText, regionText } from './words.ts'

/** A verdict and its reason: one sentence in plain words. */
export type Judgement = { readonly verdict: Verdict; readonly why: string }

/** What a claim is judged by. A measure that is null or undefined is one that the experiment did not return. */
export type Evidence = {
  readonly claim: Claim
  readonly measure: Measure | null | undefined
  readonly fidelity: Result['fidelity']
}

/**
 * Judge a claim by a measure (docs/design.md, verdicts). In order: what cannot be tested here; the rule of `decide` on
 * the estimate and, where data are missing, on its worst and best case (the lower counts); the words: form-only
 * evidence neither convicts nor acquits. Throws LB_INTERVAL for a measure whose intervals are not nested or that has no
 * width without being arithmetic, LB_SCHEMA where claim and measure are in different units.
 */
export function judge({ claim, measure, fidelity }: Evidence): Judgement {
  if (measure === null || measure === undefined) return notTestable(claim, absence(claim))
  checkMeasure(measure, claim.id)
  if (measure.unit !== claim.unit) {
    fail(
      'LB_SCHEMA',
      `claim ${claim.id} is in "${claim.unit}" and measure ${measure.id} in "${measure.unit}"; use one unit`,
    )
  }
  const obstacle = obstacleTo(claim, measure, fidelity)
  if (obstacle !== null) return notTestable(claim, obstacle)

  const region = expected(claim)
  const decidable = sizeComparable(claim, measure.evidence)
  const intervals = intervalsOf(measure, claim, measure.evidence)
  const outcomeOf = (one: Intervals | null): Outcome =>
    one === null ? 'undecided' : decide(region, one.i90, one.i995, decidable)
  const main = outcomeOf(intervals)
  const bounds = measure.bounds === undefined ? [] : [measure.bounds.worst, measure.bounds.best]
  const missing = bounds.map((bound) => outcomeOf(intervalsOf(bound, claim, measure.evidence)))
  const outcome = lowest([main, ...missing])
  return { verdict: wordFor(outcome, claim), why: reason() }

  function reason(): string {
    if (intervals === null)
      return `the value ${numberText(measure?.value ?? null)} comes without an interval, so nothing is decided`
    if (outcome === main) return why(outcome, region, intervals, measure as Measure, decidable)
    const [low, high] = missing.map((bound) => wordFor(bound, claim))
    return `data are missing: with them at their worst the claim is ${low}, at their best ${high}, and the lower counts`
  }
}

/** How much a verdict says: not-testable 0, inconclusive 1, direction-only 2, the four others 3. */
export function information(verdict: Verdict): number {
  const known = { 'not-testable': 0, inconclusive: 1, 'direction-only': 2 } as Partial<Record<Verdict, number>>
  return known[verdict] ?? 3
}

/** A record that `repro new` wrote and nobody has finished. */
function isDraft({ statement, decides, tolerance, locator }: Claim): boolean {
  return [statement, decides, tolerance.why, locator.where].some((words) => words.startsWith('Replace:'))
}

function absence(claim: Claim): string {
  return claim.measure === null
    ? 'nothing here measures what the claim speaks of'
    : `the experiment returned no measure ${claim.measure}`
}

function obstacleTo(claim: Claim, measure: Measure, fidelity: Result['fidelity']): string | null {
  if (isDraft(claim)) return 'the record is a draft: parts of it still say "Replace:"'
  const kind = kindObstacle(claim, measure.evidence)
  if (kind !== null) return kind
  if (measure.evidence === 'synthetic') return 'the evidence is a synthetic world, which tests the method and no claim'
  if (fidelity === 'quick') return 'the run was a quick one at reduced fidelity'
  if (fidelity === 'routers') return 'the run asked other routers than the experiment names'
  if (fidelity === 'local') return 'the run read files of yours'
  if (measure.value === null) return `it could not be measured: ${measure.reason}`
  return null
}

function notTestable(claim: Claim, reason: string): Judgement {
  const needs = claim.needs === undefined ? '' : `; it would take ${claim.needs}`
  return { verdict: 'not-testable', why: `${reason}${needs}` }
}

const weight: Record<Outcome, number> = { undecided: 0, direction: 1, agrees: 2, denies: 2 }

/** The least informative outcome; agreeing in one case and denying in another is undecided. */
function lowest(outcomes: readonly Outcome[]): Outcome {
  if (outcomes.includes('agrees') && outcomes.includes('denies')) return 'undecided'
  return outcomes.reduce((a, b) => (weight[b] < weight[a] ? b : a))
}

function wordFor(outcome: Outcome, { comparability }: Claim): Verdict {
  const weak = comparability === 'form-only'
  switch (outcome) {
    case 'agrees':
      return weak ? 'consistent' : 'reproduced'
    case 'denies':
      return weak ? 'does-not-carry' : 'contradicted'
    case 'direction':
      return 'direction-only'
    case 'undecided':
      return 'inconclusive'
  }
}

function why(outcome: Outcome, region: Expected, intervals: Intervals, measure: Measure, decidable: boolean): string {
  const inner = `the 90 % interval ${intervalText(...intervals.i90)}`
  const outer = `the 99.5 % interval ${intervalText(...intervals.i995)}`
  const allowed = `what the claim allows (${regionText(region.allowed, region.neutral)})`
  const side = `the claimed side (${regionText(region.direction, region.neutral)})`
  switch (outcome) {
    case 'agrees':
      return `${inner} lies inside ${allowed}`
    case 'denies':
      return `${outer} lies wholly outside ${decidable ? allowed : side}`
    case 'direction':
      return `${outer} lies on ${side}, but ${decidable ? 'the size is not settled' : 'the size cannot be compared here'}`
    case 'undecided':
      return `${outer} is neither inside nor outside ${decidable ? allowed : side}; ${measure.evidence === 'arithmetic' ? 'only numbers printed with more digits would decide' : neededText(region, intervals, measure.n, decidable)}`
  }
}
