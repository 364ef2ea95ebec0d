import { encode } from 'fast-png'
import { type Files, filesOf, type Random } from '../seeded.ts'

const size = 48

/** Whether a shape covers a point, measured from the middle. */
const shapes: Readonly<Record<string, (x: number, y: number) => boolean>> = {
  one: (x, y) => x * x + y * y < 440,
  two: (x, y) => Math.abs(x) < 19 && Math.abs(y) < 19,
  three: (x, y) => y < 18 && Math.abs(x) < (y + 20) / 1.8,
  four: (x, y) => x * x + y * y < 440 && x * x + y * y > 110,
  five: (x, y) => (Math.abs(x) < 7 && Math.abs(y) < 21) || (Math.abs(y) < 7 && Math.abs(x) < 21),
}

/** icons/one.png .. icons/five.png: 48x48, one shape each in a colour of its own on a transparent ground. */
export default function make(random: Random): Files {
  const names = Object.keys(shapes)
  return filesOf(Object.fromEntries(names.map((name) => [`icons/${name}.png`, icon(shapes[name]!, random)])))
}

function icon(covers: (x: number, y: number) => boolean, random: Random): Uint8Array {
  const colour = [random.int(0, 255), random.int(0, 255), random.int(0, 255), 255]
  const places = Array.from({ length: size }, (_, n) => n - 23.5)
  const pixels = places.flatMap((y) => places.flatMap((x) => (covers(x, y) ? colour : [0, 0, 0, 0])))
  return encode({ width: size, height: size, data: Uint8Array.from(pixels), channels: 4 })
}
