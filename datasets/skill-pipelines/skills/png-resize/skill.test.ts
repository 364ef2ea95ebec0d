import { encode } from 'fast-png'
import { expect, test } from 'vitest'
import { imageOf } from '../../checks/images.ts'
import { inputFiles, stepWith, trySkill } from '../../testing.ts'
import check from './check.ts'
import run from './run.ts'

const photo = await inputFiles('photo')
const icons = await inputFiles('icon-set')
const source = imageOf(photo, 'photo.png')

/** A picture of which each pixel is taken from the photo. */
function taken(width: number, height: number, place: (x: number, y: number) => [number, number]): Uint8Array {
  const data = new Uint8Array(width * height * 4)
  for (let i = 0; i < width * height; i++) {
    const [x, y] = place(i % width, Math.floor(i / width))
    data.set(source.pixel(Math.floor(x), Math.floor(y)), 4 * i)
  }
  return encode({ width, height, data, channels: 4 })
}

test.each([
  [{ width: 80 }, 80, 60],
  [{ height: 33 }, 44, 33],
  [{ width: 50, height: 50 }, 50, 50],
  [{ width: 320 }, 320, 240],
  [{ width: 7 }, 7, 5],
])('%o gives a picture of that size', async (input, width, height) => {
  const step = await trySkill(run, photo, input)
  const made = imageOf(step.after, 'resized.png')
  expect([made.width, made.height]).toEqual([width, height])
  expect(check(step)).toEqual([])
})

test('several pictures go to a folder; one fixed name for them is refused', async () => {
  const step = await trySkill(run, icons, { width: 20 })
  expect([...step.after.keys()]).toContain('resized/icons/one.png')
  expect(check(step)).toEqual([])
  await expect(trySkill(run, icons, { width: 20, to: 'a.png' })).rejects.toThrow('5 pictures')
})

test.each([
  [[0, 100, 200, 40], 1, [85]],
  [[0, 90, 240], 2, [30, 190]],
  [[8, 16], 4, [8, 8, 16, 16]],
])('a line of greys %o on %i pixels: the means of the areas', async (greys, width, means) => {
  const png = encode({ width: greys.length, height: 1, data: Uint8Array.from(greys), channels: 1 })
  const step = await trySkill(run, new Map([['dots.png', png]]), { width, height: 1 })
  const made = imageOf(step.after, 'resized.png')
  expect(means.map((_, x) => made.pixel(x, 0)[0])).toEqual(means)
  expect(check(step)).toEqual([])
})

test('what is transparent has no say in the colour', async () => {
  const data = Uint8Array.from([200, 0, 0, 255, 0, 0, 0, 0])
  const before = new Map([['dots.png', encode({ width: 2, height: 1, data, channels: 4 })]])
  const step = await trySkill(run, before, { width: 1 })
  expect(imageOf(step.after, 'resized.png').pixel(0, 0)).toEqual([200, 0, 0, 128])
})

test('nearest pixels pass as well', () => {
  const small = taken(80, 60, (x, y) => [2 * x, 2 * y])
  expect(check(stepWith(photo, { 'thumbs/small.png': small }, { width: 80 }))).toEqual([])
})

test.each([
  ['a corner cut out', taken(80, 60, (x, y) => [x, y])],
  ['upside down', taken(80, 60, (x, y) => [2 * x, 119 - 2 * y])],
  ['another size', taken(60, 80, (x, y) => [2 * x, y])],
  ['one colour', taken(80, 60, () => [0, 0])],
  ['not a picture', new Uint8Array([1, 2, 3])],
])('%s is told', (_, product) => {
  expect(check(stepWith(photo, { 'resized.png': product }, { width: 80 }))).not.toEqual([])
})

test('pictures that were not asked for are told', async () => {
  const before = new Map([...photo, ...icons])
  const step = await trySkill(run, before, { width: 20 })
  expect(check({ ...step, previous: ['photo.png'] })).not.toEqual([])
})
