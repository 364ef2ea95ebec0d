import { farthest, type Image, judgePictures } from '../../checks/images.ts'
import type { Step } from '../../checks/step.ts'

/** The size asked for, and in each cell of a grid about the colours of the source: any sound filter passes. */
export default function check(step: Step): string[] {
  const { width, height } = step.input as { width?: number; height?: number }
  return judgePictures(step, (source, product, name) => {
    const ratio = source.width / source.height
    const wide = width ?? Math.max(1, Math.round(height! * ratio))
    const high = height ?? Math.max(1, Math.round(width! / ratio))
    const off = Math.max(Math.abs(product.width - wide), Math.abs(product.height - high))
    const slack = width === undefined || height === undefined ? 1 : 0
    const fixed = (width ?? product.width) === product.width && (height ?? product.height) === product.height
    if (!fixed || off > slack) return [`${name} has ${product.width}x${product.height} pixels, not ${wide}x${high}`]
    return looksLike(source, product) ? [] : [`${name} does not show the whole picture`]
  })
}

/** Grounds of black and white, so that transparent parts count as well. Small pictures are compared in fewer cells. */
function looksLike(source: Image, product: Image): boolean {
  const least = Math.min(source.width, source.height, product.width, product.height)
  const cells = Math.max(1, Math.min(4, Math.floor(least / 4)))
  const whole = (image: Image) => ({ x: 0, y: 0, width: image.width, height: image.height })
  return [0, 255].every(
    (ground) => farthest(ground, cells, [source, whole(source)], [product, whole(product)]) <= (cells < 4 ? 28 : 18),
  )
}
