import { readFile } from 'node:fs/promises'
import { convertIndexedToRgb, type DecodedPng, decode, encode } from 'fast-png'
import { sourcesOf } from './sources.ts'
import type { Task } from './task.ts'
import { outputName, writeBytes } from './text.ts'

/** Pixels row by row, four bytes each: red, green, blue, alpha. */
export type Picture = { readonly width: number; readonly height: number; readonly data: Uint8Array }

export async function readPicture(name: string): Promise<Picture> {
  return rgba(decode(await readFile(name)))
}

/** A PNG with three channels where nothing is transparent, with four otherwise. */
export function pngOf({ width, height, data }: Picture): Uint8Array {
  const opaque = data.every((part, i) => i % 4 !== 3 || part === 255)
  if (!opaque) return encode({ width, height, data, channels: 4 })
  return encode({ width, height, data: data.filter((_, i) => i % 4 !== 3), channels: 3 })
}

/** Every source picture, changed: one goes to `to` or `<label>.png`, several keep their names below `<label>/`. */
export async function convertPictures(
  task: Task,
  label: string,
  convert: (picture: Picture) => Uint8Array,
): Promise<void> {
  const sources = await sourcesOf(task, ['.png'])
  if (sources.length > 1 && task.input.to !== undefined) {
    throw new Error(`cannot write ${sources.length} pictures to ${task.input.to}: leave out "to" or name one in "from"`)
  }
  for (const source of sources) {
    const target = sources.length === 1 ? outputName(task.input, `${label}.png`) : `${label}/${source}`
    await writeBytes(target, convert(await readPicture(source)))
  }
}

function rgba(png: DecodedPng): Picture {
  const { width, height } = png
  const { channels, parts } = bytesOf(png)
  const data = new Uint8Array(width * height * 4)
  for (let i = 0; i < width * height; i++) {
    const at = i * channels
    const grey = channels < 3
    data[4 * i] = parts[at]!
    data[4 * i + 1] = parts[grey ? at : at + 1]!
    data[4 * i + 2] = parts[grey ? at : at + 2]!
    data[4 * i + 3] = channels % 2 === 0 ? parts[at + channels - 1]! : 255
  }
  return { width, height, data }
}

/** Eight bits a channel, palettes resolved; grey of fewer bits is read as a palette of greys. */
function bytesOf(png: DecodedPng): { channels: number; parts: Uint8Array } {
  const levels = 1 << png.depth
  const greys = Array.from({ length: png.depth < 8 ? levels : 0 }, (_, i) => {
    const grey = Math.round((255 * i) / (levels - 1))
    return [grey, grey, grey]
  })
  const palette = png.palette ?? (png.depth < 8 ? greys : undefined)
  if (palette !== undefined) return { channels: palette[0]!.length, parts: convertIndexedToRgb({ ...png, palette }) }
  const parts = png.depth === 16 ? Uint8Array.from(png.data, (part) => part >> 8) : Uint8Array.from(png.data)
  return { channels: png.channels, parts }
}
