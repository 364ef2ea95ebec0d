import { byCodeUnit } from '@lawbook/base'
import type { Measure, Row } from '@lawbook/schemas'
import { pairOf } from './cells.ts'
import type { Observed } from './evidence.ts'
import { teamsOf } from './exceed.ts'
import type { Reference } from './reference.ts'

/** What a reader of the numbers has to know beside them. */
export function notesOf(of: {
  readonly observed: Observed
  readonly measures: readonly Measure[]
  readonly shares: readonly Row[]
  readonly worlds: readonly Row[]
  readonly references: readonly Reference[]
}): string[] {
  return [
    above(of.observed),
    chance(of.shares),
    jobs(of.shares),
    ...edges(of.worlds),
    ...['exponent-cooperative', 'superlinear-cells', 'cost-exponent'].map((id) =>
      limits(of.measures.find((one) => one.id === id)!),
    ),
    success(of.observed),
    ...of.references.map(
      ({ id, scalability, departure }) =>
        `Reference data ${id}: universal scalability ended ${scalability.status}; its parameters are within ${departure.toExponential(1)} (relative) of those the R package usl prints.`,
    ),
    'Speed-ups are of successful runs: cells without a success have none. Tokens are of all runs. The alternatives of both measures count the other way.',
    'Whether rounds of Silo-Bench become more with its agents is not published: its tokens a round are no total.',
  ]
}

/** Where the cells above linear are. */
function above({ cells }: Observed): string {
  const found = teamsOf(cells).filter(({ cell, logSpeedUp }) => logSpeedUp > Math.log(cell.agents))
  const places = [...new Set(found.map(({ cell }) => pairOf(cell)))]
  const most = Math.max(...found.map(({ logSpeedUp }) => Math.exp(logSpeedUp)))
  return found.length === 0
    ? 'No cell of LLM Teams is faster than linear.'
    : `${found.length} cells of LLM Teams are faster than linear, the fastest at ${most.toFixed(1)} times one agent: ${places.join('; ')}.`
}

/** How many cells noise alone would put above linear if Amdahl's law held exactly. */
function chance(shares: readonly Row[]): string {
  const row = shares.find(
    ({ data, event, truth }) => data === 'LLM Teams' && event === 'above-linear' && truth === 'amdahl',
  )!
  const count = (share: unknown): string => (Number(share) * Number(row.teams)).toFixed(0)
  return `If Amdahl's law held exactly at the known parallel shares, run noise alone would put ${count(row.by_noise)} of ${row.teams} cells above linear (90 % of draws: ${count(row.by_noise_low)} to ${count(row.by_noise_high)}); ${count(row.share)} are.`
}

/** How many cells of independent jobs are above linear, beside noise at two spreads. */
function jobs(shares: readonly Row[]): string {
  const own = shares.filter(
    ({ data, event, truth }) =>
      String(data).startsWith('independent') && event === 'above-linear' && truth === 'linear',
  )
  const count = (row: Row, share: unknown): string => (Number(share) * Number(row.teams)).toFixed(0)
  const { teams, share } = own[0]!
  const levels = own.map(
    (row) =>
      `${row.data}: ${count(row, row.by_noise_low)} to ${count(row, row.by_noise_high)}, beyond noise ${row.beyond_noise}`,
  )
  return `Of ${teams} cells of independent jobs ${count(own[0]!, share)} are faster than linear; if all were exactly linear, noise would put so many there in 90 % of draws (${levels.join('; ')}).`
}

/**
 * How often the rule agrees, and how often it denies, where the exponent is exactly 1: nominally in one world of twenty
 * and one of two hundred.
 */
function edges(worlds: readonly Row[]): string[] {
  const about = (world: string, measure: string, where: string): string => {
    const own = worlds.filter((row) => row.world === world && row.measure === measure)
    const agreed = own.filter(({ lo90 }) => Number(lo90) > 1).length
    const denied = own.filter(({ hi995 }) => hi995 !== null && Number(hi995) < 1).length
    return `Planted worlds in which the exponent is exactly 1${where}: the rule of ${measure} agrees in ${agreed} of ${own.length} (nominal 5 %) and denies in ${denied} (nominal 0.5 %).`
  }
  return [
    about('linear', 'exponent-cooperative', ''),
    about('linear-by-model', 'exponent-cooperative', ' and what deviates from it belongs to a model on all its suites'),
    about('linear-by-model', 'exponent-by-pair', ' and models differ (limits by pair alone, for comparison)'),
    about('linear', 'exponent-independent-jobs', ''),
    about('cost-linear', 'cost-exponent', ''),
    edgeOfCells(worlds),
  ]
}

/** The share of cells where half of them are truly above linear. */
function edgeOfCells(worlds: readonly Row[]): string {
  const own = worlds.filter(({ world, measure }) => world === 'linear' && measure === 'superlinear-cells')
  const count = (is: (row: Row) => boolean): number => own.filter(is).length
  const mean = own.reduce((sum, { value }) => sum + Number(value), 0) / own.length
  const agreed = count(({ lo90 }) => Number(lo90) >= 0.5)
  const denied = count(({ hi995 }) => hi995 !== null && Number(hi995) < 0.5)
  return `Planted worlds of exactly linear speed-up have on average ${(100 * mean).toFixed(0)} % of cells above linear: the rule of superlinear-cells agrees in ${agreed} of ${own.length}, denies in ${denied}, and finds a share above zero, which settles nothing, in ${count(({ lo995 }) => Number(lo995) > 0) - agreed} more.`
}

/** What each of the sets of limits would be alone, of which the farthest count. */
function limits({ id, i995, alternatives }: Measure): string {
  const ends = (interval: Measure['i995']): string => interval?.map((end) => end.toFixed(2)).join(' to ') ?? 'unknown'
  const others = (alternatives ?? []).filter(({ choice }) => choice === 'limits')
  return `The 99.5 % interval of ${id} is ${ends(i995)}; ${others.map((one) => `${one.option}: ${ends(one.i995)}`).join('; ')}.`
}

/** Success of one agent and of the largest teams, by assignment. */
function success({ cells }: Observed): string {
  const most = Math.max(...cells.map(({ agents }) => agents))
  const share = (assignment: string, agents: number): string => {
    const own = cells.filter((cell) => cell.assignment === assignment && cell.agents === agents)
    const runs = own.reduce((sum, cell) => sum + cell.runs, 0)
    return (own.reduce((sum, cell) => sum + cell.success * cell.runs, 0) / runs).toFixed(2)
  }
  const assignments = [...new Set(cells.map(({ assignment }) => assignment))].sort(byCodeUnit)
  return `Share of runs that succeed, one agent and ${most}: ${assignments.map((a) => `${a} ${share(a, 1)} and ${share(a, most)}`).join('; ')}.`
}
