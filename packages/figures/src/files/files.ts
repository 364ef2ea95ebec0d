import { type Json, prettyJson, sha256 } from '@lawbook/base'
import { tableToCsv, validate } from '@lawbook/schemas'
import type { Figure, FigureInputs } from '../figure.ts'
import { stackTables } from '../layers/smallMultiples.ts'
import type { Picture } from '../render/render.ts'
import { captionTex, macrosTex } from './tex.ts'

export type Files = Readonly<Record<string, string | Uint8Array>>

/** The files of a rendered figure by name: spec, pictures and caption. Throws LB_SCHEMA for an incomplete caption. */
export function figureFiles(experiment: string, figure: Figure, inputs: FigureInputs, picture: Picture): Files {
  const { spec, svg, png, pdf } = picture
  return {
    [`${figure.id}.vl.json`]: prettyJson(spec as unknown as Json),
    [`${figure.id}.svg`]: svg,
    [`${figure.id}.png`]: png,
    [`${figure.id}.pdf`]: pdf,
    [`${figure.id}.caption.json`]: prettyJson(captionOf(experiment, figure, inputs, picture)),
  }
}

/** What stands beside a figure that goes into a paper: its rows and its caption. */
export function paperFiles(experiment: string, figure: Figure, inputs: FigureInputs, picture: Picture): Files {
  const tables = Object.entries(inputs.tables)
  const rows = tables.length === 1 ? tables[0]![1] : stackTables(inputs.tables)
  return {
    [`${figure.id}.csv`]: tableToCsv(rows, `figure ${figure.id}`),
    [`${figure.id}.caption.tex`]: captionTex(captionOf(experiment, figure, inputs, picture)),
  }
}

/** The measures of an experiment for LaTeX: one file, however many of its figures a paper shows. */
export function macroFiles(experiment: string, measures: FigureInputs['measures']): Files {
  return { [`${experiment}.macros.tex`]: macrosTex(experiment, Object.values(measures)) }
}

function captionOf(experiment: string, figure: Figure, inputs: FigureInputs, picture: Picture) {
  const { text, alt, n, interval, level, resampled } = figure.caption(inputs)
  return validate(
    'lawbook/caption@1',
    {
      schema: 'lawbook/caption@1',
      experiment,
      figure: figure.id,
      title: figure.title,
      caption: text,
      alt,
      n,
      interval,
      level,
      resampled,
      tables: figure.tables,
      width: picture.width,
      height: picture.height,
      sha256: { svg: sha256(picture.svg), png: sha256(picture.png), pdf: sha256(picture.pdf) },
    },
    `the caption of figure ${figure.id}`,
  )
}
