import { effectiveClusters } from '@lawbook/estimators'
import type { Estimate, Measure } from '@lawbook/schemas'
import { clusteredMean, type EffortPair, gainOfModels, gainOrNull, meanGain, tally, unnamed } from './effort.ts'
import { judged, mean } from './estimate.ts'
import { alternative, bare, estimateOf, measure } from './measures.ts'
import { distinct, groupBy } from './rows.ts'

/** The regime of single steps: what more effort does to success, and what it costs. */
export function effortMeasures(pairs: readonly EffortPair[]): Measure[] {
  const models = [...groupBy(pairs, ({ model }) => model)]
  const worth = effectiveClusters(models.map(([, own]) => own.length)).toFixed(1)
  const resampled = `models: ${models.length}, worth ${worth} equal ones (CR2, t)`
  const n = pairs.length
  const { won, tied, lost } = tally(pairs)
  const ratio = clusteredMean(pairs, ({ costBefore, costAfter }) => Math.log(costAfter / costBefore))
  return [
    measure(
      {
        id: 'effort-gain',
        title: 'success with more reasoning effort less success with less, mean over pairs',
        method: 'mean of differences within benchmark, scaffold and model; CR2 over models',
        resampled,
        n,
        unit: 'percentage points of tasks',
      },
      estimateOf(judged(meanGain(pairs))),
      { parts: partsOf(models), alternatives: alternativesOf(pairs) },
    ),
    measure(
      {
        id: 'effort-pairs-won',
        title: `pairs won less pairs lost by the higher effort (${won} won, ${tied} tied, ${lost} lost)`,
        method: 'mean sign of the differences; CR2 over models',
        resampled,
        n,
        unit: '% of pairs',
      },
      estimateOf(judged(clusteredMean(pairs, ({ gain }) => 100 * Math.sign(gain)))),
    ),
    measure(
      {
        id: 'effort-cost',
        title: `cost of a task with more effort over that with less, geometric mean (it rises in ${pairs.filter(costMore).length} of ${n} pairs)`,
        method: 'exponential of the mean logarithm of the ratio of costs; CR2 over models',
        resampled,
        n,
        unit: 'times the cost with less effort',
      },
      asFactor(estimateOf(judged(ratio))),
    ),
  ]
}

/** An estimate of a logarithm as one of a factor. */
const asFactor = ({ value, i90, i995 }: Estimate): Estimate => ({
  value: value === null ? null : Math.exp(value),
  i90: i90 === null ? null : [Math.exp(i90[0]!), Math.exp(i90[1]!)],
  i995: i995 === null ? null : [Math.exp(i995[0]!), Math.exp(i995[1]!)],
})

/** One part a model; a single model has no interval of its own here. */
const partsOf = (models: readonly (readonly [string, readonly EffortPair[]])[]) =>
  models.map(([label, own]) => ({
    label,
    ...bare(own.reduce((sum, { gain }) => sum + gain, 0) / own.length),
    n: own.length,
  }))

const costMore = ({ costBefore, costAfter }: EffortPair): boolean => costAfter > costBefore

function alternativesOf(pairs: readonly EffortPair[]) {
  const only = (test: (pair: EffortPair) => boolean) => estimateOf(gainOrNull(pairs.filter(test)))
  const single = pairs.filter(({ less }) => less !== unnamed)
  const zeroShot = pairs.filter(({ scaffold }) => /zero shot/i.test(scaffold))
  const meanOf = (some: readonly EffortPair[]) => (some.length === 0 ? null : bare(mean(some.map(({ gain }) => gain))))
  return [
    alternative('weight', 'each model alike', gainOfModels(pairs)),
    alternative('resampled', 'benchmarks', meanGain(pairs, 'benchmark')),
    alternative('resampled', 'scaffolds', meanGain(pairs, 'scaffold')),
    alternative('resampled', 'pairs', meanGain(pairs, 'pair')),
    ...[...groupBy(pairs, ({ model }) => model)]
      .filter(([, own]) => own.length * 5 > pairs.length)
      .map(([name]) =>
        alternative(
          'models',
          `without ${name}`,
          only(({ model }) => model !== name),
        ),
      ),
    alternative(
      'scores of zero',
      'pairs with one left out',
      only(({ before, after }) => before > 0 && after > 0),
    ),
    alternative('efforts', 'both named: one model, no interval', meanOf(single)),
    alternative(
      'efforts',
      'default against high',
      only(({ less }) => less === unnamed),
    ),
    alternative('cost', 'pairs in which more effort did cost more', only(costMore)),
    alternative('scaffold', 'one call, no tools (zero shot): too few pairs for an interval', meanOf(zeroShot)),
    ...distinct(pairs.map(({ benchmark }) => benchmark)).map((name) =>
      alternative(
        'benchmark',
        name,
        only(({ benchmark }) => benchmark === name),
      ),
    ),
  ]
}
