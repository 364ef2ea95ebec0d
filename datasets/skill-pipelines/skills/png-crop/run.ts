import { convertPictures, type Picture, pngOf } from '../../kit/images.ts'
import type { Task } from '../../kit/task.ts'
import { required } from '../../kit/text.ts'

/** A rectangle of each picture; one that reaches over the edge throws. */
export default async function run(task: Task): Promise<void> {
  const { input } = task
  const part = {
    x: Number(input.x ?? 0),
    y: Number(input.y ?? 0),
    width: required(input.width, 'width'),
    height: required(input.height, 'height'),
  }
  await convertPictures(task, 'cropped', (picture) => pngOf(cut(picture, part)))
}

type Part = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

function cut(picture: Picture, { x, y, width, height }: Part): Picture {
  const whole = [x, y, width, height].every(Number.isInteger) && x >= 0 && y >= 0 && width >= 1 && height >= 1
  if (!whole || x + width > picture.width || y + height > picture.height) {
    throw new Error(
      `cannot cut ${width}x${height} at ${x},${y} out of ${picture.width}x${picture.height}: stay inside the picture`,
    )
  }
  const data = new Uint8Array(width * height * 4)
  for (let line = 0; line < height; line++) {
    const start = 4 * ((y + line) * picture.width + x)
    data.set(picture.data.subarray(start, start + 4 * width), 4 * line * width)
  }
  return { width, height, data }
}
