import { type Image, judgePictures, type Pixel } from '../../checks/images.ts'
import type { Step } from '../../checks/step.ts'

/** The usual weights of red, green and blue: BT.601, BT.709, equal parts. Any of them passes. */
const weights = [
  [0.299, 0.587, 0.114],
  [0.2126, 0.7152, 0.0722],
  [1 / 3, 1 / 3, 1 / 3],
] as const

/** The size of the source, no colour, the transparency of the source, everywhere the brightness by one weighting. */
export default function check(step: Step): string[] {
  return judgePictures(step, (source, product, name) => {
    if (product.width !== source.width || product.height !== source.height) return [`${name} has another size`]
    if (
      !everywhere(product, source, ([red, green, blue]) => Math.max(red, green, blue) - Math.min(red, green, blue) <= 1)
    )
      return [`${name} has colour`]
    if (!everywhere(product, source, (is, was) => Math.abs(is[3] - was[3]) <= 1))
      return [`${name} has another transparency`]
    const fits = weights.some(([red, green, blue]) =>
      everywhere(product, source, (is, was) => {
        const shade = red * was[0] + green * was[1] + blue * was[2]
        return was[3] === 0 || Math.abs(is[0] - shade) <= 1.5
      }),
    )
    return fits ? [] : [`${name} has not the brightness of the source`]
  })
}

function everywhere(product: Image, source: Image, holds: (is: Pixel, was: Pixel) => boolean): boolean {
  for (let y = 0; y < source.height; y++) {
    for (let x = 0; x < source.width; x++) {
      if (!holds(product.pixel(x, y), source.pixel(x, y))) return false
    }
  }
  return true
}
