import { judgePictures } from '../../checks/images.ts'
import type { Step } from '../../checks/step.ts'

/** Each pixel is the one of the source at x, y further on; colours below full transparency do not matter. */
export default function check(step: Step): string[] {
  const { input } = step
  const [left, top] = [Number(input.x ?? 0), Number(input.y ?? 0)]
  const [width, height] = [Number(input.width), Number(input.height)]
  return judgePictures(step, (source, product, name) => {
    if (product.width !== width || product.height !== height) {
      return [`${name} has ${product.width}x${product.height} pixels, not ${width}x${height}`]
    }
    if (left + width > source.width || top + height > source.height) return ['the part reaches over the edge']
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        const [is, was] = [product.pixel(x, y), source.pixel(left + x, top + y)]
        const clear = is[3] === 0 && was[3] === 0
        if (!clear && is.some((part, i) => Math.abs(part - was[i]!) > 1)) {
          return [`the pixel ${x},${y} of ${name} is not that of the source at ${left + x},${top + y}`]
        }
      }
    }
    return []
  })
}
