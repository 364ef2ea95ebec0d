import { encode } from 'fast-png'
import { convertPictures, type Picture } from '../../kit/images.ts'
import type { Task } from '../../kit/task.ts'

/** Pictures in shades of grey, weighed by ITU-R BT.601; transparency stays. */
export default async function run(task: Task): Promise<void> {
  await convertPictures(task, 'gray', grey)
}

function grey({ width, height, data }: Picture): Uint8Array {
  const opaque = data.every((part, i) => i % 4 !== 3 || part === 255)
  const channels = opaque ? 1 : 2
  const shades = new Uint8Array(width * height * channels)
  for (let i = 0; i < width * height; i++) {
    const [red, green, blue, alpha] = data.subarray(4 * i, 4 * i + 4)
    shades[channels * i] = Math.round((299 * red! + 587 * green! + 114 * blue!) / 1000)
    if (!opaque) shades[2 * i + 1] = alpha!
  }
  return encode({ width, height, data: shades, channels })
}
