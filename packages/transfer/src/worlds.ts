import type { StreamFactory } from '@lawbook/base'
import type { Row } from '@lawbook/schemas'
import { worldRow } from '@lawbook/worlds'
import { arms } from './arms.ts'
import { clustersOf, type EffectId, effectIds, effects, meanOf } from './effects.ts'
import { columnOf, type Metric, type Observed } from './evidence.ts'

/** What the parts truly change, as parts of the published gain; parts add up. */
type World = { readonly library: number; readonly gate: number; readonly closure: number; readonly ours: number }

/**
 * `as-claimed`: the published gain, half of it from the library. `library-only`: all of it from the library.
 * `around-it`: nothing from the library, half from the gate and half from the closure check. `no-effect`, `reversed`.
 */
export const worlds: Readonly<Record<string, World>> = {
  'as-claimed': { library: 0.5, gate: 0.25, closure: 0.25, ours: 0.5 },
  'library-only': { library: 1, gate: 0, closure: 0, ours: 1 },
  'around-it': { library: 0, gate: 0.5, closure: 0.5, ours: 0 },
  'no-effect': { library: 0, gate: 0, closure: 0, ours: 0 },
  reversed: { library: -0.5, gate: -0.25, closure: -0.25, ours: -0.5 },
}

/** What each measure is in a world with infinitely many tasks, in points; `published` is the published gain. */
export function truth(id: EffectId, world: string, published: number): number {
  const [after] = effects[id]
  return published * partOf(after, worlds[world]!)
}

function partOf(arm: string, { library, gate, closure, ours }: World): number {
  const own = arm.startsWith('authors') ? library : arm.startsWith('ours') ? ours : 0
  return own + (arm.includes('gate') ? gate : 0) + (arm.includes('+closure') ? closure : 0)
}

/**
 * Every world through the judged measures, one row a world, replicate and measure. A coin for each task says whether what sets
 * its differences apart from the mean keeps or turns its sign, in all arms alike, so that tasks differ as much as they do;
 * then the arms change by what the world says.
 */
export function plantedRows(options: {
  readonly observed: Observed
  readonly metric: Metric
  readonly published: number
  readonly replicates: number
  readonly stream: StreamFactory
}): Row[] {
  const { observed, metric, published, replicates, stream } = options
  const apart = new Map(arms.map(({ id }) => [id, apartFromMean(observed, id, metric)]))
  const clusters = clustersOf(observed, 'task')
  return Object.entries(worlds).flatMap(([world, parts]) =>
    Array.from({ length: replicates }, (_, replicate) => {
      const coin = stream('world', world, replicate)
      const signs = observed.tasks.map(() => (coin.uniform() < 0.5 ? -1 : 1))
      return effectIds.map((id): Row => {
        const [after] = effects[id]
        const shift = published * partOf(after, parts)
        const values = apart.get(after)!.map((value, i) => signs[i]! * value + shift)
        return worldRow(world, replicate, id, meanOf(values, clusters))
      })
    }).flat(),
  )
}

/** By task, in points: the difference to the plain arm less its mean over tasks. */
function apartFromMean(observed: Observed, arm: string, metric: Metric): Float64Array {
  const [after, before] = [arm, 'raw'].map((one) => columnOf(observed, `${one}.${metric}`))
  const values = after!.map((value, i) => 100 * (value - before![i]!))
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  return values.map((value) => value - mean)
}
