import { type Json, prettyJson, sha256 } from '@lawbook/base'
import { makeTheme, render } from '@lawbook/figures'
import { validate } from '@lawbook/schemas'
import { captionWords } from './caption.ts'
import { layout } from './layout.ts'
import type { Overview } from './model.ts'
import { overviewPanel } from './spec.ts'

/**
 * The page of a paper as files by name: spec, three pictures and caption, like every figure. Throws LB_FIGURE, and
 * LB_GLYPH for a record with a character that the shipped font lacks.
 */
export async function drawOverview(overview: Overview): Promise<Map<string, Buffer>> {
  const { figure } = overview
  const { title, alt, text, ...words } = captionWords(overview)
  const where = `overview/${figure}`
  const { spec, svg, png, pdf, width, height } = await render(
    { where, title, alt, spec: (theme) => overviewPanel(layout(overview, theme.width), theme.width) },
    makeTheme('neurips', 'full', 'sans'),
    false,
  )
  const caption = validate(
    'lawbook/caption@1',
    {
      schema: 'lawbook/caption@1',
      experiment: 'overview',
      figure,
      title,
      caption: text,
      alt,
      ...words,
      tables: [],
      width,
      height,
      sha256: { svg: sha256(svg), png: sha256(png), pdf: sha256(pdf) },
    },
    `the caption of ${where}`,
  )
  return new Map([
    [`${figure}.vl.json`, Buffer.from(prettyJson(spec as unknown as Json))],
    [`${figure}.svg`, Buffer.from(svg)],
    [`${figure}.png`, Buffer.from(png)],
    [`${figure}.pdf`, Buffer.from(pdf)],
    [`${figure}.caption.json`, Buffer.from(prettyJson(caption))],
  ])
}
