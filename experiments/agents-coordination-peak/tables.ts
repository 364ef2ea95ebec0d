import type { AgentRow } from '@lawbook/agent-runs'
import { type Interval, innerTail, type Sweep, studentInterval } from '@lawbook/estimators'
import type { Row } from '@lawbook/schemas'
import type { Located } from './bestSizes.ts'
import { told } from './observe.ts'

/** The table `sweeps`: success by team size, as a share of the best of its sweep, with 90 % limits of its own. */
export function sweepRows(located: readonly Located[]): Row[] {
  return located
    .filter(({ best }) => best !== null)
    .flatMap(({ sweep, found }) => {
      const { sizes, means, spread } = sweep
      const top = Math.max(...means)
      return Array.from(sizes, (size, k) => {
        const own = spread === null ? null : limits(spread, k)
        return {
          sweep: sweep.id,
          label: sweep.label,
          study: sweep.study.id,
          size,
          success: means[k]!,
          lo: own === null ? null : Math.max(0, own[0]),
          hi: own === null ? null : Math.min(1, own[1]),
          relative: top > 0 ? means[k]! / top : null,
          kind: sweep.secondary ? 'secondary' : found === null ? 'no-spread' : 'judged',
        }
      })
    })
}

/** The 90 % interval of one mean of a sweep. */
function limits({ means, covariance, df }: Sweep, k: number): Interval {
  const se = Math.sqrt(covariance[k * means.length + k]!)
  return studentInterval({ value: means[k]!, se, df: Math.min(df, 1e6), tail: innerTail })
}

/** The table `told`: best sizes, or ranges of them, that a text tells without figures. */
export function toldRows(rows: readonly AgentRow[]): Row[] {
  return rows
    .filter(({ source }) => told.includes(source))
    .map(({ source, benchmark, x, note }) => {
      const range = /size: (\d+)-(\d+)/.exec(note ?? '')
      const [from, to] = range === null ? [x, x] : [Number(range[1]), Number(range[2])]
      return { source, label: benchmark, from, to, note }
    })
}
