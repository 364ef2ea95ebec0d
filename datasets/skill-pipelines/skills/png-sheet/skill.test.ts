import { encode } from 'fast-png'
import { expect, test } from 'vitest'
import { imageOf } from '../../checks/images.ts'
import { inputFiles, stepWith, trySkill } from '../../testing.ts'
import check from './check.ts'
import run from './run.ts'

const icons = await inputFiles('icon-set')
const names = [...icons.keys()]
const input = { from: 'icons/*.png', width: 24 }

/** A sheet on white, nearest pixels, cells of 24 with a gap, the icons in the order given. */
function sheet(order: readonly (string | null)[], columns: number, gap: number, cell = 24): Uint8Array {
  const [width, rows] = [columns * cell + (columns + 1) * gap, Math.ceil(order.length / columns)]
  const height = rows * cell + (rows + 1) * gap
  const data = new Uint8Array(width * height * 3).fill(255)
  order.forEach((name, i) => {
    if (name === null) return
    const icon = imageOf(icons, name)
    for (let j = 0; j < cell * cell; j++) {
      const [x, y] = [j % cell, Math.floor(j / cell)]
      const pixel = icon.pixel(Math.floor((x * icon.width) / cell), Math.floor((y * icon.height) / cell))
      const at = (gap + Math.floor(i / columns) * (cell + gap) + y) * width + gap + (i % columns) * (cell + gap) + x
      if (pixel[3] > 0) data.set(pixel.slice(0, 3), 3 * at)
    }
  })
  return encode({ width, height, data, channels: 3 })
}

test('lays icons out, and a photo among them', async () => {
  const step = await trySkill(run, icons, {})
  const made = imageOf(step.after, 'sheet.png')
  expect([made.width, made.height]).toEqual([192, 128])
  expect(check(step)).toEqual([])
  expect(check(await trySkill(run, new Map([...icons, ...(await inputFiles('photo'))]), { width: 40 }))).toEqual([])
})

test('other layouts, with gaps and on white, pass', () => {
  expect(check(stepWith(icons, { 'contact.png': sheet(names, 2, 4) }, input))).toEqual([])
  expect(check(stepWith(icons, { 'contact.png': sheet(names, 5, 0) }, input))).toEqual([])
})

test.each([
  ['a picture left out', sheet([...names.slice(0, 4), null], 3, 0)],
  ['another order', sheet([...names].reverse(), 3, 0)],
  [
    'two exchanged',
    sheet(
      [0, 1, 2, 4, 3].map((i) => names[i]!),
      3,
      0,
    ),
  ],
  ['cells of another size', sheet(names, 3, 0, 32)],
  [
    'one picture five times',
    sheet(
      names.map(() => names[0]!),
      3,
      0,
    ),
  ],
  ['an empty sheet', sheet([null, null, null, null, null], 3, 0)],
  ['one of the pictures', icons.get(names[0]!)!],
])('%s is told', (_, product) => {
  expect(check(stepWith(icons, { 'sheet.png': product }, input))).not.toEqual([])
})
