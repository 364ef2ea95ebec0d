import type { Stream } from '@lawbook/base'
import { clusterJackknife, holm, type Nested, nestedIntervals, normalCdf, studentCdf } from '@lawbook/estimators'
import { type Cell, pairOf } from './cells.ts'
import { numbered } from './exponent.ts'
import { drawNoise, type Noise } from './noise.ts'
import { groupsOf, type Quantity, speed } from './series.ts'

/** A team beside the one agent of its series. */
export type Team = { readonly cell: Cell; readonly alone: Cell; readonly logSpeedUp: number }

/** ln S of a team if it were exactly as fast as n agents, as Amdahl's law lets it be, or as one agent. */
export const truths = {
  linear: ({ agents }: Cell) => Math.log(agents),
  amdahl: ({ agents, p }: Cell) => -Math.log(1 - p + p / agents),
  one: () => 0,
} as const
export type Truth = keyof typeof truths

/** What is counted: teams above a line, or below the one of one agent. */
export const events = {
  'above-linear': { line: 'linear', side: 1 },
  'above-amdahl': { line: 'amdahl', side: 1 },
  slower: { line: 'one', side: -1 },
} as const satisfies Record<string, { line: Truth; side: 1 | -1 }>
export type Event = keyof typeof events

/** Every team of more than one agent with a time, in a series whose one agent has one. */
export function teamsOf(cells: readonly Cell[], quantity: Quantity = speed): Team[] {
  return groupsOf(cells).flatMap((group) => {
    const alone = group.find((cell) => cell.agents === 1 && quantity(cell) !== null)
    if (alone === undefined) return []
    return group
      .filter((cell) => cell.agents > 1 && quantity(cell) !== null)
      .map((cell) => ({ cell, alone, logSpeedUp: quantity(cell)! - quantity(alone)! }))
  })
}

/** How far a team is on the counted side of an event's line, in ln S; above 0 counts. */
function excess({ cell, logSpeedUp }: Team, event: Event): number {
  const { line, side } = events[event]
  return side * (logSpeedUp - truths[line](cell))
}

/**
 * The share of teams for which an event happened, clustered by suite-model pair if not told otherwise. No limits where
 * it does not differ between clusters.
 */
export function shareOf(
  teams: readonly Team[],
  event: Event,
  { by = pairOf, sided = 'two' }: { by?: (cell: Cell) => string; sided?: 'one' | 'two' } = {},
): { value: number; nested: Nested | null } {
  const happened = teams.map((team) => (excess(team, event) > 0 ? 1 : 0))
  const value = happened.reduce((sum: number, one) => sum + one, 0) / teams.length
  const clusters = numbered(teams.map(({ cell }) => by(cell)))
  if (new Set(clusters).size < 2) return { value, nested: null }
  const { se, df } = clusterJackknife({
    clusters,
    statistic(leftOut) {
      let [sum, n] = [0, 0]
      for (const [i, one] of happened.entries()) {
        if (clusters[i] === leftOut) continue
        sum += one
        n++
      }
      return Float64Array.of(sum / n)
    },
  })
  if (!(se[0]! > 0)) return { value, nested: null }
  const { i90, i995 } = nestedIntervals({ value, se: se[0]!, df, sided })
  return { value, nested: { value, i90: clipped(i90), i995: clipped(i995) } }
}

const clipped = ([lo, hi]: readonly [number, number]) => [Math.max(0, lo), Math.min(1, hi)] as const

/**
 * The share of teams for which each event happens when a truth holds exactly, or the measured speed-ups do, and only
 * run noise moves the means: one value a draw, ascending. The one agent of a series is drawn once for all its teams.
 */
export function sharesByNoise(options: {
  readonly teams: readonly Team[]
  readonly noise: ReadonlyMap<Cell, Noise>
  readonly truth: Truth | 'as measured'
  readonly draws: number
  readonly stream: Stream
}): Record<Event, Float64Array> {
  const { teams, noise, truth, draws, stream } = options
  const centre = (team: Team) => (truth === 'as measured' ? team.logSpeedUp : truths[truth](team.cell))
  const counted = Object.keys(events) as Event[]
  const shares = Object.fromEntries(counted.map((event) => [event, new Float64Array(draws)])) as Record<
    Event,
    Float64Array
  >
  const drawn = teams.map((team) => ({
    alone: team.alone,
    own: noise.get(team.cell)!,
    // How far noise has to move a team for each event: beyond `needed`, upwards or downwards.
    moves: counted.map((event) => ({
      event,
      side: events[event].side,
      needed: truths[events[event].line](team.cell) - centre(team),
    })),
  }))
  for (let draw = 0; draw < draws; draw++) {
    const single = new Map<Cell, number>()
    for (const { alone, own, moves } of drawn) {
      if (!single.has(alone)) single.set(alone, drawNoise(noise.get(alone)!, stream))
      const moved = single.get(alone)! - drawNoise(own, stream)
      for (const { event, side, needed } of moves)
        if (side * (moved - needed) > 0) shares[event][draw]! += 1 / teams.length
    }
  }
  for (const event of counted) shares[event].sort()
  return shares
}

/**
 * The teams on the counted side of a line beyond run noise: one-sided tests of ln times (Welch 1947), Holm over all
 * teams, 5 %.
 */
export function beyondNoise(teams: readonly Team[], noise: ReadonlyMap<Cell, Noise>, event: Event): Team[] {
  const p = Float64Array.from(teams, (team) =>
    welch(excess(team, event), noise.get(team.cell)!, noise.get(team.alone)!),
  )
  const adjusted = holm(p)
  return teams.filter((_, i) => adjusted[i]! <= 0.05)
}

/** P(at least this difference | none) with the degrees of freedom of Welch and Satterthwaite. */
function welch(difference: number, one: Noise, other: Noise): number {
  const [a, b] = [one.se * one.se, other.se * other.se]
  if (a + b === 0) return difference > 0 ? 0 : 1
  const df = ((a + b) * (a + b)) / ((a * a) / one.df + (b * b) / other.df)
  const z = -difference / Math.sqrt(a + b)
  return df === Number.POSITIVE_INFINITY ? normalCdf(z) : studentCdf(z, df)
}
