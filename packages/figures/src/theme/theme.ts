import type { Config } from 'vega-lite'
import { greys, seriesStyles } from './palette.ts'
import { type FigureWidth, type Preset, presets } from './presets.ts'

export type FontStyle = 'sans' | 'serif'

/** What a figure is drawn with. */
export type Theme = {
  /** The width of the finished picture, in points. */
  readonly pageWidth: number
  /** The width that the panels of one row may share: the page less what labels, titles and gaps take. In points. */
  readonly width: number
  /** The size of axis titles, in points; tick labels and direct labels are one point smaller. */
  readonly fontSize: number
  readonly fontFamily: string
  readonly config: Config
}

/** The theme for a venue, a width and a font. The renderer corrects `width` until the page is exactly full. */
export function makeTheme(preset: Preset, figureWidth: FigureWidth, font: FontStyle): Theme {
  const { fontSize, [figureWidth]: pageWidth } = presets[preset]
  const fontFamily = font === 'sans' ? 'Inter' : 'Source Serif'
  return { pageWidth, width: pageWidth - 6 * fontSize, fontSize, fontFamily, config: config(fontSize, fontFamily) }
}

/** The look, in one place. A mark says what it is by its `style`; sizes follow the size of the text. */
function config(fontSize: number, font: string): Config {
  const small = fontSize - fontSize / 8
  const unit = fontSize / 8
  return {
    font,
    background: 'white',
    // Per-mark descriptions would repeat every row; the picture carries its alternative text on its root.
    aria: false,
    view: { stroke: null },
    axis: {
      labelFontSize: small,
      titleFontSize: fontSize,
      titleFontWeight: 'normal',
      labelColor: greys.text,
      titleColor: greys.text,
      domainColor: greys.axis,
      tickColor: greys.axis,
      gridColor: greys.grid,
      domainWidth: 0.6 * unit,
      tickWidth: 0.6 * unit,
      gridWidth: 0.5 * unit,
      tickSize: 3 * unit,
      labelPadding: 2 * unit,
      titlePadding: 4 * unit,
      tickRound: false,
      labelLimit: 0,
      titleLimit: 0,
      labelBound: false,
      labelFlush: false,
    },
    axisX: { grid: false },
    axisY: { grid: true, domain: false, ticks: false },
    legend: {
      labelFontSize: small,
      titleFontSize: small,
      titleFontWeight: 'normal',
      labelColor: greys.text,
      titleColor: greys.text,
      orient: 'top',
      direction: 'horizontal',
      padding: 0,
      offset: 4 * unit,
      columnPadding: 8 * unit,
      rowPadding: 2 * unit,
      labelOffset: 3 * unit,
      labelLimit: 0,
      titleLimit: 0,
      symbolSize: 22 * unit * unit,
      symbolStrokeWidth: 1.2 * unit,
    },
    header: {
      labelFontSize: small,
      labelColor: greys.text,
      titleColor: greys.text,
      labelPadding: 3 * unit,
      labelLimit: 0,
    },
    title: {
      fontSize,
      fontWeight: 600,
      color: greys.text,
      anchor: 'start',
      frame: 'group',
      offset: 4 * unit,
      limit: 0,
    },
    concat: { spacing: 8 * unit },
    facet: { spacing: 16 * unit },
    line: { strokeWidth: 1.2 * unit, strokeJoin: 'round' },
    point: { filled: true, size: 20 * unit * unit, opacity: 1, stroke: 'white', strokeWidth: 0.4 * unit },
    area: { line: false },
    text: { fontSize: small, color: greys.text },
    bar: { color: seriesStyles[0].colour },
    // Rules have no setting of their own above: Vega-Lite would let it win over these.
    style: {
      inner: { strokeWidth: 2.2 * unit },
      outer: { strokeWidth: 0.7 * unit },
      reference: { color: greys.quiet, strokeWidth: 0.8 * unit, strokeDash: [3 * unit, 2 * unit] },
      'reference-label': { color: greys.axis },
      region: { color: greys.shade },
      'region-label': { color: greys.quiet },
    },
  }
}
