import { encode } from 'fast-png'
import { type Files, filesOf, type Random } from '../seeded.ts'

const [width, height] = [160, 120]

/** photo.png: 160x120, a sky that fades, a sun and a hill, with the grain of a camera. */
export default function make(random: Random): Files {
  const [sunX, sunY] = [random.int(30, 130), random.int(18, 40)]
  const top = random.int(40, 90)
  const data = new Uint8Array(width * height * 3)
  for (let i = 0; i < width * height; i++) {
    const [x, y] = [i % width, Math.floor(i / width)]
    const grain = random.int(-3, 3)
    colourAt(x, y, { sunX, sunY, top }).forEach((part, channel) => {
      data[3 * i + channel] = Math.max(0, Math.min(255, part + grain))
    })
  }
  return filesOf({ 'photo.png': encode({ width, height, data, channels: 3 }) })
}

type Scene = { readonly sunX: number; readonly sunY: number; readonly top: number }

function colourAt(x: number, y: number, { sunX, sunY, top }: Scene): [number, number, number] {
  const away = (x - sunX) * (x - sunX) + (y - sunY) * (y - sunY)
  const hill = 70 + ((x - 100) * (x - 100)) / 250
  if (away < 150) return [250, 220, 120]
  if (y > hill) return [60 + Math.floor(x / 4), 130 - Math.floor((y - hill) / 2), 50]
  return [top + y, 120 + y, 235 - Math.floor(x / 8)]
}
