import { farthest, type Image, imageOf, type Region } from '../../checks/images.ts'
import { judgeProduced, type Step, sourcesOf } from '../../checks/step.ts'

/**
 * There is a layout of rows and columns, with or without gaps, whose cells are as wide as asked and show the sources in
 * their order: on a grid within each cell the mean colours are about those of its source.
 */
export default function check(step: Step): string[] {
  const sources = sourcesOf(step, ['.png']).map((name) => imageOf(step.before, name))
  if (sources.length === 0) return ['there is no picture']
  const cell = Number(step.input.width ?? 64)
  return judgeProduced(step, ['.png'], (name) => {
    const sheet = imageOf(step.after, name)
    const layouts = layoutsOf(sheet, sources.length, cell)
    if (layouts.length === 0) {
      return [`${name} of ${sheet.width}x${sheet.height} pixels is no sheet of ${sources.length} cells ${cell} wide`]
    }
    const shows = (layout: Layout): boolean => sources.every((source, i) => showsIn(sheet, cellOf(layout, i), source))
    return layouts.some(shows) ? [] : [`${name} does not show the pictures in their order`]
  })
}

type Layout = { readonly columns: number; readonly width: number; readonly height: number; gap: number; edge: number }

/** Every way to cut the sheet into cells of that width: full rows but the last, one gap, edge or none. */
function layoutsOf(sheet: Image, count: number, width: number): Layout[] {
  return Array.from({ length: count }, (_, i) => i + 1).flatMap((columns) => {
    const rows = Math.ceil(count / columns)
    const spare = sheet.width - columns * width
    const gaps = [columns - 1, columns + 1].map((n) => (spare === 0 ? 0 : n > 0 ? spare / n : -1))
    return gaps.flatMap((gap, kind) => {
      const edge = kind === 0 ? 0 : gap
      const height = (sheet.height - gap * (rows - 1) - 2 * edge) / rows
      return gap >= 0 && gap <= width && height >= width / 4 && height <= 2 * width
        ? [{ columns, width, height, gap, edge }]
        : []
    })
  })
}

function cellOf({ columns, width, height, gap, edge }: Layout, i: number): Region {
  const [column, row] = [i % columns, Math.floor(i / columns)]
  return { x: edge + column * (width + gap), y: edge + row * (height + gap), width, height }
}

/** The source against the place where it would stand in its cell, on the grounds a sheet may have. */
function showsIn(sheet: Image, cell: Region, source: Image): boolean {
  const scale = Math.min(cell.width / source.width, cell.height / source.height)
  const [width, height] = [source.width * scale, source.height * scale]
  const place = { x: cell.x + (cell.width - width) / 2, y: cell.y + (cell.height - height) / 2, width, height }
  const whole = { x: 0, y: 0, width: source.width, height: source.height }
  const cells = Math.min(width, height) >= 24 ? 3 : 2
  return [255, 0].some((ground) => farthest(ground, cells, [sheet, place], [source, whole]) <= 40)
}
