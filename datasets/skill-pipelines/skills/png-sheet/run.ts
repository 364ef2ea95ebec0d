import { type Picture, pngOf, readPicture } from '../../kit/images.ts'
import { scaled } from '../../kit/scaling.ts'
import { sourcesOf } from '../../kit/sources.ts'
import type { Task } from '../../kit/task.ts'
import { outputName, writeBytes } from '../../kit/text.ts'

/** All pictures on one sheet of square cells, row by row, each scaled into the middle of its cell. */
export default async function run(task: Task): Promise<void> {
  const cell = task.input.width ?? 64
  if (!Number.isInteger(cell) || cell < 1 || cell > 1024) throw new Error(`a cell cannot be ${cell} pixels wide`)
  const sources = await sourcesOf(task, ['.png'])
  const columns = Math.ceil(Math.sqrt(sources.length))
  const [width, height] = [columns * cell, Math.ceil(sources.length / columns) * cell]
  const sheet: Picture = { width, height, data: new Uint8Array(width * height * 4) }
  for (const [i, source] of sources.entries()) {
    const picture = fitted(await readPicture(source), cell)
    const left = (i % columns) * cell + Math.floor((cell - picture.width) / 2)
    const top = Math.floor(i / columns) * cell + Math.floor((cell - picture.height) / 2)
    paste(sheet, picture, left, top)
  }
  await writeBytes(outputName(task.input, 'sheet.png'), pngOf(sheet))
}

function fitted(picture: Picture, cell: number): Picture {
  const longer = Math.max(picture.width, picture.height)
  const side = (old: number): number => Math.max(1, Math.round((old * cell) / longer))
  return scaled(picture, { width: side(picture.width), height: side(picture.height) })
}

function paste(sheet: Picture, { width, height, data }: Picture, left: number, top: number): void {
  for (let line = 0; line < height; line++) {
    const row = data.subarray(4 * line * width, 4 * (line + 1) * width)
    sheet.data.set(row, 4 * ((top + line) * sheet.width + left))
  }
}
