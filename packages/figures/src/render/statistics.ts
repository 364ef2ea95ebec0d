import { fail } from '@lawbook/base'

/** Keys that compute, and what they would do. Null, false and undefined switch them off and are fine. */
const computing: Record<string, string> = {
  aggregate: 'aggregates rows',
  bin: 'bins rows',
  timeUnit: 'rounds dates in the time zone of the machine',
  impute: 'invents missing rows',
  extent: 'computes an interval',
  op: 'aggregates rows to sort them',
  url: 'reads rows from elsewhere',
}
const compositeMarks = ['boxplot', 'errorbar', 'errorband']
const straight = ['linear', 'step', 'step-before', 'step-after']

/**
 * Every number of a figure is computed by its experiment, where it is tested. Walk a Vega-Lite spec and refuse
 * whatever would compute another one: transforms but plain filters, aggregation, binning, stacking to shares,
 * smoothed lines, composite marks that estimate intervals, and data that are not inline. Throws LB_FIGURE with the
 * path of the offending node. Rows are not walked: a column may have any name.
 */
export function refuseStatistics(spec: unknown, where: string): void {
  walk(spec, '', (path, what) => {
    fail(
      'LB_FIGURE',
      `figure ${where}: ${path} ${what}; compute it in the experiment and hand over finished rows, in the theme's look`,
      { figure: where, path },
    )
  })
}

function walk(node: unknown, path: string, refuse: (path: string, what: string) => never): void {
  if (Array.isArray(node)) {
    node.forEach((item, i) => {
      walk(item, `${path}[${i}]`, refuse)
    })
    return
  }
  if (node === null || typeof node !== 'object') return
  for (const [key, value] of Object.entries(node)) {
    const at = path === '' ? key : `${path}.${key}`
    if (key === 'values' || key === 'datasets') continue
    const fault = faultOf(key, value)
    if (fault !== null) refuse(at, fault)
    walk(value, at, refuse)
  }
}

function faultOf(key: string, value: unknown): string | null {
  if (key === 'transform') return transformFault(value)
  if (key === 'stack') return [null, false, 'zero'].includes(value as null) ? null : 'computes shares or centres'
  if (key === 'mark' || key === 'type') {
    if (compositeMarks.includes(value as string)) return `is the mark "${value}", which estimates intervals`
    if (value === 'temporal') return 'is a time axis, which depends on the time zone of the machine'
  }
  if (key === 'interpolate' && !straight.includes(value as string)) return `smooths lines ("${value}")`
  if (key === 'config') return 'overrides the theme'
  const what = Object.hasOwn(computing, key) ? computing[key]! : null
  return what === null || value === null || value === false || value === undefined ? null : what
}

function transformFault(value: unknown): string | null {
  if (!Array.isArray(value)) return 'is not a list of filters'
  const other = value.find((step) => Object.keys(step as object).join() !== 'filter')
  return other === undefined ? null : `has the step ${JSON.stringify(other).slice(0, 60)} (only filters are allowed)`
}
