import { encode } from 'fast-png'
import { expect, test } from 'vitest'
import { imageOf } from '../../checks/images.ts'
import { inputFiles, stepWith, trySkill } from '../../testing.ts'
import check from './check.ts'
import run from './run.ts'

const photo = await inputFiles('photo')
const source = imageOf(photo, 'photo.png')
const input = { x: 30, y: 20, width: 40, height: 25 }

function cutAt(left: number, top: number, width: number, height: number, channels: 3 | 4): Uint8Array {
  const data = new Uint8Array(width * height * channels)
  for (let i = 0; i < width * height; i++) {
    const pixel = source.pixel(left + (i % width), top + Math.floor(i / width))
    data.set(pixel.slice(0, channels), channels * i)
  }
  return encode({ width, height, data, channels }, { interlace: 'null' })
}

test('cuts a part out of one picture or of several', async () => {
  expect(check(await trySkill(run, photo, input))).toEqual([])
  expect(check(await trySkill(run, photo, { width: 160, height: 1 }))).toEqual([])
  const icons = await trySkill(run, await inputFiles('icon-set'), { x: 8, y: 8, width: 32, height: 32 })
  expect(icons.after.has('cropped/icons/five.png')).toBe(true)
  expect(check(icons)).toEqual([])
})

test('a part that reaches over the edge is refused', async () => {
  await expect(trySkill(run, photo, { ...input, x: 130 })).rejects.toThrow('inside the picture')
  await expect(trySkill(run, photo, { ...input, y: -1 })).rejects.toThrow('inside the picture')
})

test('a right product made otherwise passes', () => {
  expect(check(stepWith(photo, { 'part.png': cutAt(30, 20, 40, 25, 4) }, input))).toEqual([])
})

test.each([
  ['the corner instead', cutAt(0, 0, 40, 25, 3)],
  ['one pixel off', cutAt(31, 20, 40, 25, 3)],
  ['x and y exchanged', cutAt(20, 30, 40, 25, 3)],
  ['the sides exchanged', cutAt(30, 20, 25, 40, 3)],
  ['the whole picture', cutAt(0, 0, 160, 120, 3)],
])('%s is told', (_, product) => {
  expect(check(stepWith(photo, { 'cropped.png': product }, input))).not.toEqual([])
})
