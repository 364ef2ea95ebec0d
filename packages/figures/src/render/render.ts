import { fail, type Json, round10 } from '@lawbook/base'
import type { View } from 'vega'
import type { TopLevelSpec } from 'vega-lite'
import type { Panel } from '../layers/panel.ts'
import type { Theme } from '../theme/theme.ts'
import { runView } from './compile.ts'
import { checkGlyphs } from './glyphs.ts'
import { toPdf } from './pdf.ts'
import { toPng } from './png.ts'
import { stampOn } from './stamp.ts'
import { refuseStatistics } from './statistics.ts'
import { sizeOf, toSvg } from './svg.ts'

/** A figure ready to draw: its name for messages, its words, and its spec for a theme. */
export type Drawing = {
  readonly where: string
  readonly title: string
  readonly alt: string
  readonly spec: (theme: Theme) => Panel
}

/** A rendered figure: the Vega-Lite spec with its rows, and the picture in three formats. Sizes in points. */
export type Picture = {
  readonly spec: TopLevelSpec
  readonly svg: string
  readonly png: Uint8Array
  readonly pdf: Uint8Array
  readonly width: number
  readonly height: number
}

/**
 * Render a figure to SVG, PNG (two pixels a point) and PDF, exactly as wide as the page of the theme. Throws LB_FIGURE
 * for a warning, a computed statistic or panels that do not fit, LB_GLYPH for a character that the font lacks, and
 * LB_NOT_FINITE for a row with NaN or infinity.
 */
export async function render(drawing: Drawing, theme: Theme, quick: boolean): Promise<Picture> {
  const fitted = await fitToPage(drawing, theme)
  const page = sizeOf(await fitted.view.toSVG())
  const view = quick
    ? await runView(
        fitted.spec,
        drawing.where,
        stampOn(page, fitted.view.origin() as [number, number], theme.fontFamily),
      )
    : fitted.view
  const svg = await toSvg(view, drawing.alt)
  checkGlyphs(svg, drawing.where)
  const [png, pdf] = [await toPng(view), await toPdf(svg, drawing.title, drawing.where)]
  return { spec: fitted.spec, svg, png, pdf, ...sizeOf(svg) }
}

/**
 * Labels take what they need, and panels share the rest: found by drawing, since only Vega knows its labels. A secant
 * search, because titles wider than their panel make the page follow `theme.width` by less than one to one; a rest of
 * a few points becomes margin.
 */
async function fitToPage(drawing: Drawing, theme: Theme): Promise<{ spec: TopLevelSpec; view: View }> {
  let [width, excess, slope] = [theme.width, 0, 1]
  for (let round = 0; round < 8; round++) {
    const spec = complete(drawing, { ...theme, width }, 0)
    const view = await runView(spec, drawing.where)
    const before = excess
    excess = sizeOf(await view.toSVG()).width - theme.pageWidth
    if (excess === 0) return { spec, view }
    if (excess < 0 && excess >= -2 - round) {
      const padded = complete(drawing, { ...theme, width }, -excess)
      return { spec: padded, view: await runView(padded, drawing.where) }
    }
    if (round > 0) slope = Math.min(2, Math.max(0.25, (slope * (before - excess)) / before))
    width -= excess / slope
  }
  return fail(
    'LB_FIGURE',
    `figure ${drawing.where} misses its page of ${theme.pageWidth} points by ${excess}; give its panels shares of theme.width`,
    { figure: drawing.where, excess },
  )
}

/** The spec with the theme, the page margin and rounded rows. */
function complete({ spec, where }: Drawing, theme: Theme, slack: number): TopLevelSpec {
  const panel = spec(theme)
  refuseStatistics(panel, where)
  return roundNumbers({
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    padding: { left: 1, top: 2, right: 1 + slack, bottom: 1 },
    ...panel,
    config: theme.config,
  } as unknown as Json) as unknown as TopLevelSpec
}

/** Every number at 10 significant digits; NaN and infinity throw LB_NOT_FINITE. */
function roundNumbers(value: Json | undefined): Json | undefined {
  if (typeof value === 'number') return round10(value)
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) return value.map((item) => roundNumbers(item) as Json)
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, roundNumbers(item)]))
}
