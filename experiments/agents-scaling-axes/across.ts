import { clusterJackknife, nestedIntervals, slopeWeights } from '@lawbook/estimators'
import type { Measure, Row } from '@lawbook/schemas'

/**
 * The cross-section beside the ladders: slope of right answers in ln search calls over all agents with one retriever,
 * mean over the retrievers that most agents have; agents of one model (its efforts) are left out together.
 */
export function acrossAgents(calls: readonly Row[], retrievers: readonly string[]): Measure {
  const rows = calls.filter(({ retriever, x }) => retrievers.includes(String(retriever)) && Number(x) > 0)
  const models = rows.map(({ model }) => String(model).replace(/-(low|medium|high)$/, ''))
  const names = [...new Set(models)]
  const clusters = Int32Array.from(models, (model) => names.indexOf(model))
  const { value, se, df } = clusterJackknife({
    clusters,
    statistic: (leftOut) => {
      const kept = rows.filter((_, i) => clusters[i] !== leftOut)
      const slopes = retrievers.map((name) => slopeOf(kept.filter(({ retriever }) => retriever === name)))
      return Float64Array.of(slopes.reduce((sum, slope) => sum + slope, 0) / slopes.length)
    },
  })
  return {
    id: 'calls-across-agents',
    title: 'BrowseComp-Plus between agents: slope of right answers in search calls, mean over two retrievers',
    ...nestedIntervals({ value: value[0]!, se: se[0]!, df, sided: 'one' }),
    method: 'least squares in ln x; delete-one jackknife, t',
    resampled: `models (${names.length}), their efforts together`,
    n: rows.length,
    unit: 'points per e-fold',
    evidence: 'published',
  }
}

function slopeOf(rows: readonly Row[]): number {
  const weights = slopeWeights(rows.map(({ x }) => Math.log(Number(x))))
  return rows.reduce((sum, { y }, i) => sum + 100 * weights[i]! * Number(y), 0)
}
