import { covered, judge, type Tally } from './tally.ts'

/** How the methods of a table are judged. */
export type Judged = {
  /** The coverage that an interval promises; .95 when left out. */
  readonly nominal?: number
  /** Methods whose docstring promises at least the nominal coverage. */
  readonly atLeast?: readonly string[]
  /** Methods whose code refuses this case; what they would give is shown where they have a tally. */
  readonly refused?: readonly string[]
}

/** A case: what is known of it, and the tallies of its methods. */
export type Case = { readonly name: string; readonly tallies: ReadonlyMap<string, Tally> } & Judged

/** `offered`, `conservative`, `not offered` or `refused`: whether a method may be used in a case. */
export function verdict(method: string, tally: Tally, { nominal, atLeast = [], refused = [] }: Judged): string {
  if (refused.includes(method)) return 'refused'
  const found = judge(tally, nominal)
  if (found === 'covers') return 'offered'
  return found === 'too long' && atLeast.includes(method) ? 'conservative' : 'not offered'
}

/**
 * Rows of a case and a method: coverage, misses, mean width over the narrowest of the case that may be used, and
 * verdict.
 */
export function coverageTable(cases: readonly Case[]): string {
  const rows = cases.flatMap(({ name, tallies, ...judged }) => {
    const most = Math.max(...[...tallies.values()].map(({ worlds }) => worlds))
    const usable = [...tallies].filter(([method, tally]) => !/refused|not/.test(verdict(method, tally, judged)))
    const widths = usable.map(([, tally]) => meanWidth(tally))
    const nothing = (judged.refused ?? []).filter((method) => !tallies.has(method))
    const shown = [...tallies].map(([method, tally]) => {
      const none = most - tally.worlds
      const cells = [
        name,
        method,
        percent(covered(tally)),
        percent(tally.below / tally.worlds),
        percent(tally.above / tally.worlds),
        widths.length > 0 && tally.width < Infinity ? (meanWidth(tally) / Math.min(...widths)).toFixed(2) : '',
        `${verdict(method, tally, judged)}${none > 0 ? ` (none in ${percent(none / most)} % of worlds)` : ''}`,
      ]
      return `| ${cells.join(' | ')} |`
    })
    return [...shown, ...nothing.map((method) => `| ${name} | ${method} |  |  |  |  | refused |`)]
  })
  return `| case | method | covers % | lies below % | lies above % | width | verdict |
| --- | --- | --- | --- | --- | --- | --- |
${rows.join('\n')}
`
}

function meanWidth({ width, worlds }: Tally): number {
  return width / worlds
}

function percent(share: number): string {
  return (100 * share).toFixed(1)
}
