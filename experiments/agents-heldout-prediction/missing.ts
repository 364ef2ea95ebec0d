import type { Sweep } from './evidence.ts'
import { cellMeans, type Sample } from './sample.ts'

/** How scores that nobody published are filled in: as low as they can be, or as high as the rest suggests. */
export type Filling = 'zero' | 'like-others'

/**
 * The sample of a sweep with every missing score filled in. `zero`: 0. `like-others`: before the first score of a
 * series its next one (scores hardly ever fall), in a series without any the mean of the other models on this task
 * after as many hours.
 */
export function filled({ sample, tasks, models, hours }: Sweep, filling: Filling): Sample {
  const { y, unit, group, units, groups } = sample
  const budget = Int32Array.from(sample.x, (x) => hours.findIndex((h) => Math.log(h) === x))
  const at = new Map(Array.from(y.keys(), (i) => [placeOf(unit[i]!, group[i]!, budget[i]!), i]))
  const others = cellMeans(
    y,
    unit.map((t, i) => t * hours.length + budget[i]!),
  )
  const rows = tasks.flatMap((_, t) => models.flatMap((_, m) => hours.map((_, h) => ({ t, m, h }))))
  return {
    y: Float64Array.from(rows, ({ t, m, h }) => scoreAt(t, m, h)),
    x: Float64Array.from(rows, ({ h }) => Math.log(hours[h]!)),
    unit: Int32Array.from(rows, ({ t }) => t),
    group: Int32Array.from(rows, ({ m }) => m),
    units,
    groups,
  }

  function placeOf(t: number, m: number, h: number): number {
    return (t * models.length + m) * hours.length + h
  }

  function scoreAt(t: number, m: number, h: number): number {
    const known = at.get(placeOf(t, m, h))
    if (known !== undefined) return y[known]!
    if (filling === 'zero') return 0
    const next = hours.findIndex((_, k) => k > h && at.has(placeOf(t, m, k)))
    return next === -1 ? others[t * hours.length + h]! : y[at.get(placeOf(t, m, next))!]!
  }
}
