import type { AgentRow } from '@lawbook/agent-runs'
import { clusterJackknife, type Estimate } from '@lawbook/estimators'
import { groups } from './sweeps.ts'

/** Success of one model on one job suite over team size. */
export type Cell = {
  readonly model: string
  readonly suite: string
  readonly sizes: Float64Array
  readonly shares: Float64Array
  /** Runs behind each share. */
  readonly runs: Float64Array
}

/** The cells of LLM Teams under one assignment and parallel share that were run at every size that any of them was. */
export function cellsOf(
  rows: readonly AgentRow[],
  wanted: { readonly agent: string; readonly setting: string },
): Cell[] {
  const own = rows.filter(
    ({ source, agent, setting, metric, x, y }) =>
      source === 'llm-teams' &&
      agent === wanted.agent &&
      setting === wanted.setting &&
      metric === 'success' &&
      x !== null &&
      y !== null,
  )
  const sizes = Float64Array.from(new Set(own.map(({ x }) => x!))).sort()
  return [...groups(own, ({ model, benchmark }) => `${model}|${benchmark}`).values()].flatMap((part) => {
    if (part.length !== sizes.length) return []
    const at = Array.from(sizes, (size) => part.find(({ x }) => x === size)!)
    return [
      {
        model: part[0]!.model!,
        suite: part[0]!.benchmark!,
        sizes,
        shares: Float64Array.from(at, ({ y }) => y!),
        runs: Float64Array.from(at, ({ n }) => n ?? 1),
      },
    ]
  })
}

/** A statistic of cells, jackknifed over clusters of them. Null for fewer than two clusters. */
export function jackknifed<T>(
  cells: readonly T[],
  cluster: (cell: T) => string,
  statistic: (cells: readonly T[]) => number,
): Estimate | null {
  const names = [...new Set(cells.map(cluster))]
  if (names.length < 2) return null
  const clusters = Int32Array.from(cells, (cell) => names.indexOf(cluster(cell)))
  const { value, se, df } = clusterJackknife({
    clusters,
    statistic: (out) => Float64Array.of(statistic(cells.filter((_, i) => clusters[i] !== out))),
  })
  return { value: value[0]!, se: se[0]!, df }
}
