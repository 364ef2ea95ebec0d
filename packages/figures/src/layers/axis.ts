import { groupDigits, superscript } from './number.ts'
import type { Position } from './types.ts'

type AxisOptions = { readonly field: string; readonly title: string | null }

/**
 * A linear axis over `domain`. `ticks` are the values that are labelled, `format` a d3-format such as `.0%`. Rows
 * outside the domain are cut off with the layer's clip, never moved.
 */
export function axis(
  options: AxisOptions & {
    readonly domain: readonly [number, number]
    readonly ticks?: readonly number[]
    readonly format?: string
    readonly grid?: boolean
  },
): Position {
  const { field, title, domain, ticks, format, grid } = options
  return {
    field,
    type: 'quantitative',
    scale: { domain: [...domain], nice: false, zero: false },
    axis: {
      title,
      // Vega would drop listed ticks beyond a tick count.
      ...(ticks === undefined ? { tickCount: 5 } : { values: [...ticks] }),
      ...(format === undefined ? {} : { format }),
      ...(grid === undefined ? {} : { grid }),
    },
  }
}

/**
 * A logarithmic axis. Ticks are 1, 2, 5 per decade on up to two decades, powers of ten beyond; `label` writes them
 * `plain` (1,000) or as `power` of ten (10³, powers of ten only). The domain must be positive.
 */
export function logAxis(
  options: AxisOptions & {
    readonly domain: readonly [number, number]
    readonly ticks?: readonly number[]
    readonly label?: 'plain' | 'power'
  },
): Position {
  const { field, title, domain, label = 'plain' } = options
  const ticks = options.ticks ?? logTicks(domain)
  const labels = ticks.map((tick) => [String(tick), label === 'plain' ? groupDigits(tick) : powerOfTen(tick)])
  return {
    field,
    type: 'quantitative',
    scale: { type: 'log', domain: [...domain], nice: false },
    axis: { title, values: [...ticks], labelExpr: `(${JSON.stringify(Object.fromEntries(labels))})[datum.value]` },
  }
}

/** An axis of named rows in the order given, first on top: for forest plots. The names stand without ticks. */
export function categoryAxis(options: AxisOptions & { readonly names: Readonly<Record<string, string>> }): Position {
  const { field, title, names } = options
  return {
    field,
    type: 'nominal',
    scale: { domain: Object.keys(names), paddingInner: 0.3, paddingOuter: 0.3 },
    sort: null,
    axis: { title, labelExpr: `(${JSON.stringify(names)})[datum.value]`, grid: false, ticks: false, domain: false },
  }
}

/** The same axis without its labels and title: for a panel that stands above another with the same axis. */
export function unlabelled(position: Position): Position {
  return { ...position, axis: { ...position.axis, title: null, labels: false } }
}

/** The labelled values of a logarithmic axis: 1, 2, 5 per decade on up to two decades, else powers of ten. */
export function logTicks([lo, hi]: readonly [number, number]): number[] {
  const steps = hi / lo <= 100 ? [1, 2, 5] : [1]
  const ticks: number[] = []
  for (let exponent = Math.floor(Math.log10(lo)); exponent <= Math.ceil(Math.log10(hi)); exponent++) {
    for (const step of steps) {
      const tick = Number(`${step}e${exponent}`)
      if (tick >= lo && tick <= hi) ticks.push(tick)
    }
  }
  return ticks
}

function powerOfTen(tick: number): string {
  const exponent = Math.round(Math.log10(tick))
  return tick === Number(`1e${exponent}`) ? `10${superscript(exponent)}` : ''
}
