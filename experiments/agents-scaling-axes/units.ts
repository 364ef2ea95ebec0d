import { type Nested, nestedIntervals } from '@lawbook/estimators'
import { type AxisId, decisiveOf, sweepById, type Unit, unitsBy } from './axes.ts'
import type { Contrast, Reading } from './contrast.ts'
import { nestedOf } from './estimate.ts'
import { change } from './functional.ts'
import type { Observed } from './observed.ts'
import { pooled, type Sweep, slopeOf, spreadOver } from './pool.ts'
import { byTask } from './series.ts'

export type Part = { readonly key: string; readonly label: string; readonly contrast: Contrast }

/** The slope of a sweep, or its change in points where it is not known how much more of the resource there is. */
export function measured(id: string, sweep: Sweep, reading: Reading = 'recorded'): Contrast {
  return sweepById(id).ratio === 'known' ? slopeOf(sweep, reading) : pooled(sweep, change, reading)
}

/** The units of an axis with their slopes. */
export function partsOf(axis: AxisId, observed: Observed, unit: Unit, reading: Reading = 'recorded'): Part[] {
  const ids = decisiveOf(axis)
  const series = ids.flatMap((id) => observed.sweeps.get(id)!.series)
  const keys = [...new Set(series.map(({ about }) => String(about[unit])))]
  return keys.map((key): Part => {
    const own = series.filter(({ about }) => String(about[unit]) === key)
    const id = own[0]!.about.sweep
    const sweep: Sweep = { ...observed.sweeps.get(id)!, series: own }
    return { key, label: unit === 'sweep' ? sweepById(id).label : key, contrast: measured(id, sweep, reading) }
  })
}

/** The mean over units, Student with units - 1 degrees of freedom; of several kinds of unit the farthest limits. */
export function meanOverUnits(kinds: readonly (readonly Part[])[]): Nested {
  const each = kinds.map((parts) => {
    const { value, se, df } = spreadOver(parts.map(({ contrast }) => contrast.value))
    return nestedIntervals({ value, se: se!, df, sided: 'one' })
  })
  const farthest = (interval: 'i90' | 'i995'): [number, number] => [
    Math.min(...each.map((one) => one[interval][0])),
    Math.max(...each.map((one) => one[interval][1])),
  ]
  return { value: each[0]!.value, i90: farthest('i90'), i995: farthest('i995') }
}

/** The judged number of an axis. */
export function judgedAxis(axis: AxisId, observed: Observed, reading: Reading = 'recorded'): Nested {
  return meanOverUnits(unitsBy[axis].map((unit) => partsOf(axis, observed, unit, reading)))
}

/** A unit with what is known of its own error, for the parts of a measure. */
export function partEstimate({ label, contrast }: Omit<Part, 'key'>) {
  return { label, ...(nestedOf(contrast) ?? { value: contrast.value, i90: null, i995: null }) }
}

/** Whether a decisive sweep of an axis has runs that are missing. */
export function hasMissing(axis: AxisId, observed: Observed): boolean {
  return decisiveOf(axis).some((id) =>
    observed.sweeps
      .get(id)!
      .series.some((one) => byTask(one) && one.tasks.some(({ marks }) => marks.some((mark) => mark !== '.'))),
  )
}
