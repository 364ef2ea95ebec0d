import { decode } from 'fast-png'
import { type Files, judgeProduced, producedOf, type Step, sourcesOf } from './step.ts'

/** A pixel as [red, green, blue, alpha], each 0 to 255. */
export type Pixel = readonly [number, number, number, number]

export type Image = {
  readonly width: number
  readonly height: number
  /** 1 grey, 2 grey and alpha, 3 colour, 4 colour and alpha; a palette counts as its colours. */
  readonly channels: number
  pixel(x: number, y: number): Pixel
}

export function imageOf(files: Files, name: string): Image {
  const bytes = files.get(name)
  if (bytes === undefined) throw new Error(`there is no ${name}`)
  const png = decode(bytes, { checkCrc: true })
  const { width, height, depth, channels, data, palette } = png
  const top = (1 << depth) - 1
  const bitsALine = Math.ceil((width * depth * channels) / 8) * 8
  const part = (x: number, y: number, c: number): number => {
    if (depth >= 8) return data[(y * width + x) * channels + c]!
    const bit = y * bitsALine + (x * channels + c) * depth
    return (data[bit >> 3]! >> (8 - depth - (bit & 7))) & top
  }
  const level = (x: number, y: number, c: number): number => (part(x, y, c) * 255) / top
  const pixel = (x: number, y: number): Pixel => {
    if (palette !== undefined) {
      const [red, green, blue, alpha = 255] = palette[part(x, y, 0)]!
      return [red!, green!, blue!, alpha]
    }
    const alpha = channels % 2 === 0 ? level(x, y, channels - 1) : 255
    return [level(x, y, 0), level(x, y, channels < 3 ? 0 : 1), level(x, y, channels < 3 ? 0 : 2), alpha]
  }
  return { width, height, channels: palette?.[0]?.length ?? channels, pixel }
}

/** Part of an image; ends are cut to whole pixels, at least one each way. */
export type Region = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

/** The mean red, green and blue of a region laid on a ground of one grey. */
export function meanOn(ground: number, image: Image, region: Region): [number, number, number] {
  const [left, top] = [Math.floor(region.x), Math.floor(region.y)]
  const right = Math.max(left + 1, Math.min(image.width, Math.round(region.x + region.width)))
  const bottom = Math.max(top + 1, Math.min(image.height, Math.round(region.y + region.height)))
  const sums: [number, number, number] = [0, 0, 0]
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++) {
      const pixel = image.pixel(x, y)
      for (const c of [0, 1, 2] as const) sums[c] += (pixel[c] * pixel[3] + ground * (255 - pixel[3])) / 255
    }
  }
  const count = (right - left) * (bottom - top)
  return [sums[0] / count, sums[1] / count, sums[2] / count]
}

/** The largest difference between the mean colours of two regions, over a grid of `cells` by `cells`. */
export function farthest(ground: number, cells: number, a: [Image, Region], b: [Image, Region]): number {
  let far = 0
  for (let i = 0; i < cells * cells; i++) {
    const [left, right] = [a, b].map(([image, region]) => {
      const [width, height] = [region.width / cells, region.height / cells]
      const [x, y] = [region.x + (i % cells) * width, region.y + Math.floor(i / cells) * height]
      return meanOn(ground, image, { x, y, width, height })
    })
    for (const c of [0, 1, 2] as const) far = Math.max(far, Math.abs(left![c] - right![c]))
  }
  return far
}

/** Where no picture is left that is wrong: each source has a product of its own, and there are no further pictures. */
export function judgePictures(
  step: Step,
  against: (source: Image, product: Image, name: string) => string[],
): string[] {
  const sources = sourcesOf(step, ['.png'])
  if (sources.length === 0) return ['there is no picture']
  const produced = producedOf(step, ['.png'])
  if (produced.length > sources.length) return [`${produced.length} pictures were made of ${sources.length}`]
  const reasons = sources.map((source) =>
    judgeProduced(step, ['.png'], (name) => against(imageOf(step.before, source), imageOf(step.after, name), name)),
  )
  const wrong = reasons.find((list) => list.length > 0)
  if (wrong !== undefined) return wrong
  return produced.length === sources.length ? [] : [`${produced.length} pictures were made of ${sources.length}`]
}
