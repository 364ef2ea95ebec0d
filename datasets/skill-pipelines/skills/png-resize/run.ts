import { convertPictures, pngOf } from '../../kit/images.ts'
import { type Size, scaled } from '../../kit/scaling.ts'
import type { Input, Task } from '../../kit/task.ts'

/** Pictures at another size, by the mean colour of the area below each new pixel. */
export default async function run(task: Task): Promise<void> {
  await convertPictures(task, 'resized', (picture) => pngOf(scaled(picture, sizeFor(picture, task.input))))
}

function sizeFor(picture: Size, { width, height }: Input): Size {
  if (width === undefined && height === undefined) throw new Error('needs "width" or "height"')
  const size = {
    width: width ?? Math.max(1, Math.round((picture.width * height!) / picture.height)),
    height: height ?? Math.max(1, Math.round((picture.height * width!) / picture.width)),
  }
  const allowed = (side: number): boolean => Number.isInteger(side) && side >= 1 && side <= 4096
  if (!allowed(size.width) || !allowed(size.height)) {
    throw new Error(`cannot scale to ${size.width}x${size.height}: sides are whole numbers from 1 to 4096`)
  }
  return size
}
