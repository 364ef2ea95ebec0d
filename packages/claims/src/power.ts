import { byCodeUnit, fail } from '@lawbook/base'
import type { Cell, Claim, Estimate, Row } from '@lawbook/schemas'
import { kindObstacle, sizeComparable } from './comparable.ts'
import { decide } from './decide.ts'
import { intervalsOf } from './estimate.ts'
import { expected } from './expected.ts'

/** How the rule treated the replicates of one planted world. */
type WorldCount = {
  readonly world: string
  readonly n: number
  readonly agreed: number
  readonly denied: number
  readonly undecided: number
}

export type Power = {
  /** Share of the replicates of worlds where the claim is false that the rule denies. */
  readonly power: number | null
  /** Share of the replicates of worlds where the claim is true that the rule denies. */
  readonly falseAlarm: number | null
  /** Share of the replicates of worlds where the claim is true that the rule agrees with: 0 for one that never decides. */
  readonly recognised: number | null
  /** One a world that the claim names, rivals first; n = 0 where the experiment planted none. */
  readonly worlds: readonly WorldCount[]
}

const columns = ['world', 'replicate', 'measure', 'value', 'lo90', 'hi90', 'lo995', 'hi995'] as const

/**
 * How often the rule of a claim is right in planted worlds. `rows` is the experiment's table `worlds`: one row a world,
 * replicate and measure, with the value and the two intervals of the replicate. Each is judged by the rule of the claim
 * itself, by the same intervals (`intervalsOf`) as the real measure; where only a direction can be tested, a settled
 * direction is agreement. A replicate without value or intervals is undecided. Shares are in [0, 1], null where there is
 * no replicate. Throws LB_SCHEMA for a table without the columns.
 */
export function power(claim: Claim, rows: readonly Row[]): Power {
  for (const column of columns)
    if (rows[0] !== undefined && !(column in rows[0]))
      fail('LB_SCHEMA', `the table worlds lacks the column "${column}"; it needs ${columns.join(', ')}`)
  const own = kindObstacle(claim, 'synthetic') === null ? rows.filter((row) => row.measure === claim.measure) : []
  const [rivals, holds] = [claim.rivals, claim.holdsIn].map((worlds) =>
    [...worlds].sort(byCodeUnit).map((world) => count(claim, world, own)),
  ) as [WorldCount[], WorldCount[]]
  return {
    power: share(rivals, ({ denied }) => denied),
    falseAlarm: share(holds, ({ denied }) => denied),
    recognised: share(holds, ({ agreed }) => agreed),
    worlds: [...rivals, ...holds],
  }
}

function count(claim: Claim, world: string, rows: readonly Row[]): WorldCount {
  const decidable = sizeComparable(claim, 'synthetic')
  const region = expected(claim)
  const outcomes = rows
    .filter((row) => row.world === world)
    .map((row) => {
      const intervals = intervalsOf(estimateOf(row), claim, 'synthetic')
      return intervals === null ? 'undecided' : decide(region, intervals.i90, intervals.i995, decidable)
    })
  const agreed = outcomes.filter((outcome) => outcome === 'agrees' || (!decidable && outcome === 'direction')).length
  const denied = outcomes.filter((outcome) => outcome === 'denies').length
  return { world, n: outcomes.length, agreed, denied, undecided: outcomes.length - agreed - denied }
}

function estimateOf({ value, lo90, hi90, lo995, hi995 }: Row): Estimate {
  const interval = (lo: Cell | undefined, hi: Cell | undefined): Estimate['i90'] =>
    typeof lo === 'number' && typeof hi === 'number' ? [lo, hi] : null
  return { value: typeof value === 'number' ? value : null, i90: interval(lo90, hi90), i995: interval(lo995, hi995) }
}

function share(worlds: readonly WorldCount[], part: (world: WorldCount) => number): number | null {
  const total = worlds.reduce((sum, { n }) => sum + n, 0)
  return total === 0 ? null : worlds.reduce((sum, world) => sum + part(world), 0) / total
}
