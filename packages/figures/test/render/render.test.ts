import { sha256 } from '@lawbook/base'
import { describe, expect, it } from 'vitest'
import { axis, band, line, panel, points, series } from '../../src/index.ts'
import { type Drawing, render } from '../../src/render/render.ts'
import { type Preset, presets } from '../../src/theme/presets.ts'
import { makeTheme } from '../../src/theme/theme.ts'
import sample, { claims, measures, tables } from '../sample.ts'

const inputs = {
  tables,
  measures: Object.fromEntries(measures.map((measure) => [measure.id, measure])),
  claims: Object.fromEntries(claims.map((claim) => [claim.id, claim])) as never,
}
const drawings: Drawing[] = sample.figures.map((figure) => ({
  where: figure.id,
  title: figure.title,
  alt: figure.title,
  spec: (theme) => figure.spec({ ...inputs, theme }),
}))
const column = makeTheme('neurips', 'column', 'sans')
const row = { mark: 'point', encoding: { x: { field: 'x', type: 'quantitative' } } } as const
const draw = (spec: Drawing['spec']) => render({ where: 'bad', title: 'Bad', alt: 'bad', spec }, column, false)

describe('render', () => {
  it.each(drawings)('draws $where to the same bytes twice', async (drawing) => {
    const theme = makeTheme('neurips', 'full', 'sans')
    const [one, two] = [await render(drawing, theme, false), await render(drawing, theme, false)]
    const bytes = ({ svg, png, pdf, spec }: typeof one): string[] => [
      svg,
      sha256(png),
      sha256(pdf),
      JSON.stringify(spec),
    ]
    expect(bytes(two)).toEqual(bytes(one))
    expect(Buffer.from(one.png.subarray(1, 4)).toString()).toBe('PNG')
    const [width, height] = [16, 20].map((at) => Buffer.from(one.png).readUInt32BE(at))
    expect([width, height]).toEqual([2 * one.width, 2 * one.height])
  })

  it.each(Object.keys(presets) as Preset[])('fills the page of %s exactly, in SVG and PDF', async (preset) => {
    for (const width of ['column', 'full'] as const) {
      for (const drawing of [drawings[0]!, drawings[2]!]) {
        const picture = await render(drawing, makeTheme(preset, width, 'sans'), false)
        expect(picture.width).toBe(presets[preset][width])
        expect(picture.svg).toContain(`width="${picture.width}" height="${picture.height}"`)
        expect(Buffer.from(picture.pdf).toString('latin1')).toContain(
          `/MediaBox [0 0 ${picture.width} ${picture.height}]`,
        )
      }
    }
  })

  it('draws text as text in the shipped font, embedded in the PDF', async () => {
    const { svg, pdf } = await render(drawings[1]!, column, false)
    expect(svg).toMatch(/<text [^>]*font-family="Inter, sans-serif"[^>]*>printed 1.3<\/text>/)
    const fonts =
      Buffer.from(pdf)
        .toString('latin1')
        .match(/\/BaseFont \/[A-Z]{6}\+[A-Za-z-]+/g) ?? []
    expect(fonts.length).toBeGreaterThan(0)
    for (const font of fonts) expect(font).toContain('+Inter')
  })

  it('draws the forest plot as it was last looked at', async () => {
    expect((await render(drawings[1]!, column, false)).svg.replaceAll('><', '>\n<')).toMatchSnapshot()
  })

  it('keeps the symbols of a legend opaque and solid beside bands and dashed lines', async () => {
    const by = series({ field: 'router', names: { none: 'none', bm25: 'BM25' }, legend: true })
    const x = axis({ field: 'skills', title: 'N', domain: [0, 1000] })
    const y = axis({ field: 'accuracy', title: 'accuracy', domain: [0, 1] })
    const layers = [band({ x, y, lo: 'lo', hi: 'hi', by }), line({ x, y, by }), points({ x, y, by })]
    const rows = tables.curves!.filter(({ router }) => router === 'bm25')
    const { svg } = await draw((theme) => panel({ width: theme.width, height: 60, rows, layers }))
    expect(svg.match(/fill-opacity="0.16"/g)).toHaveLength(1)
    expect(svg.match(/stroke-dasharray="4,1.5"/g)).toHaveLength(1)
  })

  it('keeps numbers at ten digits in the spec', async () => {
    const { spec } = await draw((theme) => ({
      ...row,
      width: theme.width,
      height: 20,
      data: { values: [{ x: 1 / 3 }] },
    }))
    expect(JSON.stringify(spec)).toContain('{"x":0.3333333333}')
  })

  it('refuses a row that is not finite', async () => {
    const spec: Drawing['spec'] = (theme) => ({ ...row, width: theme.width, data: { values: [{ x: Number.NaN }] } })
    await expect(draw(spec)).rejects.toMatchObject({ code: 'LB_NOT_FINITE' })
  })

  it('refuses whatever Vega-Lite warns about', async () => {
    const x = { field: 'x', type: 'quantitative', scale: { type: 'log', zero: true } } as const
    const spec: Drawing['spec'] = (theme) => ({
      mark: 'point',
      encoding: { x },
      width: theme.width,
      data: { values: [{ x: 1 }] },
    })
    await expect(draw(spec)).rejects.toMatchObject({
      code: 'LB_FIGURE',
      message: expect.stringContaining('does not compile cleanly'),
    })
  })

  it('refuses panels that ignore the page', async () => {
    const spec: Drawing['spec'] = () => ({ ...row, width: 700, data: { values: [{ x: 1 }] } })
    await expect(draw(spec)).rejects.toMatchObject({
      code: 'LB_FIGURE',
      message: expect.stringContaining('shares of theme.width'),
    })
  })

  it('stamps a quick run in every format without moving anything', async () => {
    const [plain, quick] = [await render(drawings[0]!, column, false), await render(drawings[0]!, column, true)]
    expect([quick.width, quick.height]).toEqual([plain.width, plain.height])
    expect(quick.svg).toContain('>trial run: not for citation</text>')
    expect(Buffer.compare(quick.png, plain.png)).not.toBe(0)
  })
})
