import { round10 } from '@lawbook/base'
import { type CurveRow, type FigureRows, figureRows } from './figureRows.ts'
import type { FittedCurve } from './fitCurve.ts'

/** A piece of a Vega-Lite spec. */
type Spec = Readonly<Record<string, unknown>>

/** In order: the best law, then its rivals; told apart by colour and dash (Okabe and Ito 2008). */
const styles = [
  { colour: '#0072B2', dash: [1, 0] },
  { colour: '#D55E00', dash: [6, 3] },
  { colour: '#009E73', dash: [2, 2] },
  { colour: '#CC79A7', dash: [8, 3, 2, 3] },
] as const
const grey = '#767676'
const panelWidth = 460

/**
 * The figure as a Vega-Lite 6 spec with its data inside: the points with 90 % error bars, the best law with its 90 %
 * band, up to three rivals, all up to four times the largest size, and the residuals of the best law below.
 */
export function figureOf(fitted: FittedCurve): Spec {
  const rows = figureRows(fitted)
  const { curve, report } = fitted
  const best = report.laws.find(({ law }) => law === report.apart.best)
  const main = mainPanel(rows, curve.x, curve.y, best === undefined)
  const below = best === undefined ? [] : [residualPanel(rows, curve.x, 'residual')]
  const words =
    best === undefined
      ? 'no law converged'
      : `${best.title}: ${best.equation}; data can tell it from its rivals: ${report.apart.verdict}`
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    description: `${curve.y} against ${curve.x} at ${report.curve.points} points with fitted laws. Best extrapolating: ${words}.`,
    title: { text: words, anchor: 'start', fontWeight: 'normal', fontSize: 12 },
    spacing: 8,
    vconcat: [main, ...below],
  }
}

function mainPanel(rows: FigureRows, x: string, y: string, alone: boolean): Spec {
  const across = xAxis(rows, alone ? x : null)
  const laws = [...new Set(rows.curves.map(({ law }) => law))]
  const banded = rows.curves.filter(({ low }) => low !== null)
  const up = { field: 'y', type: 'quantitative', scale: { zero: false }, axis: { title: y, tickCount: 5 } }
  const scales = {
    color: { field: 'law', type: 'nominal', ...styleScale(laws, 'colour'), legend: legendOf(laws) },
    strokeDash: { field: 'law', type: 'nominal', ...styleScale(laws, 'dash'), legend: legendOf(laws) },
  }
  const band = {
    mark: { type: 'area', opacity: 0.18, color: styles[0].colour },
    encoding: { x: across, y: { ...up, field: 'low' }, y2: { field: 'high' } },
  }
  const lines = { mark: { type: 'line', strokeWidth: 1.8 }, encoding: { x: across, y: up, ...scales } }
  return {
    ...{ width: panelWidth, height: 260 },
    layer: [
      largestRule(rows, across),
      ...(banded.length === 0 ? [] : [{ data: valuesOf(banded), ...band }]),
      ...(laws.length === 0 ? [] : [{ data: valuesOf(rows.curves), ...lines }]),
      ...pointLayers(rows.measured, across, up),
    ],
  }
}

function residualPanel(rows: FigureRows, x: string, title: string): Spec {
  const across = xAxis(rows, x)
  const up = { field: 'y', type: 'quantitative', axis: { title, tickCount: 3 } }
  const zero = {
    data: { values: [{ y: 0 }] },
    mark: { type: 'rule', color: grey },
    encoding: { y: { ...up, scale: { zero: true } } },
  }
  return {
    ...{ width: panelWidth, height: 80 },
    layer: [zero, largestRule(rows, across), ...pointLayers(rows.residuals, across, up)],
  }
}

/** Points, with a rule for the error of each that has one. */
function pointLayers(measured: readonly Readonly<Record<string, number | null>>[], across: Spec, up: Spec): Spec[] {
  const barred = measured.filter(({ low }) => low !== null)
  const bars = {
    mark: { type: 'rule', color: '#1A1A1A' },
    encoding: { x: across, y: { ...up, field: 'low' }, y2: { field: 'high' } },
  }
  const points = {
    mark: { type: 'point', filled: true, size: 36, opacity: 1, color: '#1A1A1A' },
    encoding: { x: across, y: up },
  }
  return [
    ...(barred.length === 0 ? [] : [{ data: valuesOf(barred), ...bars }]),
    { data: valuesOf(measured), ...points },
  ]
}

/** Where the data end and prediction begins. */
const largestRule = ({ largest }: FigureRows, across: Spec): Spec => ({
  data: valuesOf([{ x: largest }]),
  mark: { type: 'rule', color: grey, strokeDash: [3, 3] },
  encoding: { x: across },
})

function xAxis({ logarithmic, domain }: FigureRows, title: string | null): Spec {
  const labels = title === null ? { labels: false, title: null } : { title }
  const ticks = logarithmic ? { values: logTicks(domain), format: '~r' } : { tickCount: 6 }
  const type = logarithmic ? { type: 'log' } : { zero: false }
  return {
    ...{ field: 'x', type: 'quantitative' },
    scale: { ...type, domain: roomy(domain, logarithmic), nice: false },
    axis: { ...ticks, ...labels, grid: false },
  }
}

/** A domain with a margin, so that no point lies on the edge. */
function roomy([from, to]: readonly [number, number], logarithmic: boolean): number[] {
  const margin = logarithmic ? Math.exp(0.03 * Math.log(to / from)) : 0.03 * (to - from)
  return (logarithmic ? [from / margin, to * margin] : [from - margin, to + margin]).map(round10)
}

/** 1, 2, 5 a decade; powers of ten alone over more than three decades. */
function logTicks([from, to]: readonly [number, number]): number[] {
  const [first, last] = [from, to].map((end) => Number(end.toExponential().split('e')[1]))
  const digits = last! - first! > 3 ? [1] : [1, 2, 5]
  const decades = Array.from({ length: last! - first! + 1 }, (_, k) => Number(`1e${first! + k}`))
  return decades
    .flatMap((decade) => digits.map((digit) => round10(digit * decade)))
    .filter((tick) => tick >= from && tick <= to)
}

const styleScale = (laws: readonly string[], style: 'colour' | 'dash'): Spec => ({
  scale: { domain: laws, range: laws.map((_, k) => styles[k]![style]) },
})

const legendOf = (laws: readonly string[]): Spec => ({
  ...{ title: null, orient: 'top', direction: 'horizontal', symbolType: 'stroke', symbolSize: 300, values: laws },
})

/** Rows inside the spec, without missing ends, numbers at ten digits. */
function valuesOf(rows: readonly Readonly<Partial<Record<keyof CurveRow, string | number | null>>>[]): Spec {
  const written = (value: string | number): string | number => (typeof value === 'number' ? round10(value) : value)
  const values = rows.map((row) =>
    Object.fromEntries(Object.entries(row).flatMap(([key, value]) => (value === null ? [] : [[key, written(value)]]))),
  )
  return { values }
}
