import type { Row } from '@lawbook/schemas'
import { measuredSweeps, type SweepAbout } from './axes.ts'
import { estimateOf } from './estimate.ts'
import { intercept, slope, valueAt } from './functional.ts'
import type { Observed } from './observed.ts'
import { completeCurves, pooled, type Sweep } from './pool.ts'
import { byTask, type Series, type ShareSeries } from './series.ts'

/** The curves of a sweep that are shown as one, with the name of that one. */
type Shown = { readonly curve: string; readonly series: readonly Series[] }

/**
 * The curves of every sweep, one row a point: the mean over the tasks or runs that are put together, with the 90 %
 * interval of its own sampling, cut to [0, 1], and how many tasks or runs are behind it (null: not known). LLM Teams: the
 * mean over suites and models that have all sizes, a curve a parallel share; Silo-Bench: the mean over levels, a curve an
 * input. All other curves stand for themselves; where a sweep has several on one ladder, the curve `mean` is all of them.
 * Curves with too few complete tasks are not shown. `fitted` is the least-squares line in ln x.
 */
export function curveRows(observed: Observed): Row[] {
  const onAxis = measuredSweeps.filter(({ ratio }) => ratio === 'known')
  return onAxis.flatMap((about) => {
    const whole = observed.sweeps.get(about.id)!
    const sweep = { ...whole, series: completeCurves(whole) }
    return shownOf(about, sweep).flatMap((shown) => rowsOf(about, sweep, shown))
  })
}

function shownOf({ id }: SweepAbout, { series }: Sweep): Shown[] {
  const name = ({ about }: Series): string => {
    if (id.startsWith('llm-teams')) return String(about.setting)
    if (id === 'silo-bench') return String(about.setting).replace(/^level [I]+, /, '')
    return [about.benchmark, about.setting, about.model].filter((part) => part !== null).join(', ')
  }
  const names = [...new Set(series.map(name))]
  const longest = Math.max(...series.map(({ x }) => x.length))
  const whole = id.startsWith('llm-teams') ? series.filter(({ x }) => x.length === longest) : series
  const each = names.map((curve) => ({ curve, series: whole.filter((one) => name(one) === curve) }))
  const sameLadder = id !== 'gab-tokens' && whole.every(({ x }) => x.join() === whole[0]!.x.join())
  return names.length > 1 && sameLadder ? [...each, { curve: 'mean', series: whole }] : each
}

function rowsOf(about: SweepAbout, sweep: Sweep, { curve, series }: Shown): Row[] {
  const { axis, id, label, role } = about
  const { benchmark, model } = series[0]!.about
  const own = { ...sweep, series }
  const [level, rise] = [pooled(own, intercept).value, pooled(own, slope).value / 100]
  return Array.from(series[0]!.x, (x, k): Row => {
    const at = pooled(own, valueAt(k))
    const { value, i90 } = estimateOf(at)
    const lo = i90 === null ? null : Math.max(0, i90[0])
    const hi = i90 === null ? null : Math.min(1, i90[1])
    const fitted = level + rise * Math.log(x)
    const n = sizeOf(own, k, at.df)
    return { axis, sweep: id, label, role, curve, benchmark, model, x, y: value, lo, hi, n, fitted }
  })
}

/** Tasks that are resampled; runs over all curves; or the tasks of a share, which the curves of a sweep have in common. */
function sizeOf({ series, sampling }: Sweep, k: number, df: number): number | null {
  if (sampling === 'unknown') return null
  const shares = series.filter((one): one is ShareSeries => !byTask(one))
  if (shares.length === 0) return df + 1
  const counts = shares.map(({ n }) => n[k]!)
  return sampling === 'runs' ? counts.reduce((sum, n) => sum + n, 0) : Math.max(...counts)
}
