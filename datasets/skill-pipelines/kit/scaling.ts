import type { Picture } from './images.ts'

export type Size = { readonly width: number; readonly height: number }

/** A picture at another size: each new pixel is the mean of the area below it, weighed by opacity (box filter). */
export function scaled(picture: Picture, { width, height }: Size): Picture {
  const data = new Uint8Array(width * height * 4)
  const columns = Array.from({ length: width }, (_, x) => covered(x, picture.width / width))
  for (let y = 0; y < height; y++) {
    const rows = covered(y, picture.height / height)
    for (let x = 0; x < width; x++) data.set(meanOf(picture, columns[x]!, rows), 4 * (y * width + x))
  }
  return { width, height, data }
}

type Share = { readonly at: number; readonly weight: number }

/** The old pixels below a new one along one side, with the part of each that is covered. */
function covered(index: number, step: number): Share[] {
  const [start, end] = [index * step, (index + 1) * step]
  const shares: Share[] = []
  for (let at = Math.floor(start); at < end - 1e-9; at++) {
    shares.push({ at, weight: Math.min(end, at + 1) - Math.max(start, at) })
  }
  return shares
}

function meanOf({ width, data }: Picture, columns: readonly Share[], rows: readonly Share[]): number[] {
  const sums = [0, 0, 0]
  let [area, cover] = [0, 0]
  for (const row of rows) {
    for (const column of columns) {
      const at = 4 * (row.at * width + column.at)
      const weight = row.weight * column.weight
      area += weight
      cover += weight * data[at + 3]!
      for (let c = 0; c < 3; c++) sums[c]! += weight * data[at + 3]! * data[at + c]!
    }
  }
  return cover === 0 ? [0, 0, 0, 0] : [...sums.map((sum) => Math.round(sum / cover)), Math.round(cover / area)]
}
