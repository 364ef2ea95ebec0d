import { encode } from 'fast-png'
import { expect, test } from 'vitest'
import { imageOf } from '../../checks/images.ts'
import { inputFiles, stepWith, trySkill } from '../../testing.ts'
import check from './check.ts'
import run from './run.ts'

const photo = await inputFiles('photo')
const icons = await inputFiles('icon-set')

/** The photo or an icon with each pixel changed. */
function changed(name: string, change: (pixel: readonly number[]) => readonly number[]): Uint8Array {
  const image = imageOf(name === 'photo.png' ? photo : icons, name)
  const { width, height } = image
  const data = new Uint8Array(width * height * 4)
  for (let i = 0; i < width * height; i++) data.set(change(image.pixel(i % width, Math.floor(i / width))), 4 * i)
  return encode({ width, height, data, channels: 4 })
}
const shades = (red: number, green: number, blue: number) => (pixel: readonly number[]) => {
  const shade = Math.round(red * pixel[0]! + green * pixel[1]! + blue * pixel[2]!)
  return [shade, shade, shade, pixel[3]!]
}

test('takes the colour out of a photo and of icons', async () => {
  const step = await trySkill(run, photo, {})
  expect(imageOf(step.after, 'gray.png').channels).toBe(1)
  expect(check(step)).toEqual([])
  const many = await trySkill(run, icons, { from: 'icons/*.png' })
  expect(imageOf(many.after, 'gray/icons/one.png').channels).toBe(2)
  expect(check(many)).toEqual([])
})

test('other weights and three channels pass', () => {
  expect(check(stepWith(photo, { 'g.png': changed('photo.png', shades(0.2126, 0.7152, 0.0722)) }, {}))).toEqual([])
})

test.each([
  ['one channel only', changed('photo.png', shades(1, 0, 0))],
  ['colour left', changed('photo.png', ([red, green, blue, alpha]) => [red!, green!, green! + 0 * blue!, alpha!])],
  [
    'black and white by a threshold',
    changed('photo.png', (pixel) => (pixel[1]! > 127 ? [255, 255, 255, 255] : [0, 0, 0, 255])),
  ],
  [
    'a negative',
    changed('photo.png', (pixel) => shades(0.299, 0.587, 0.114)(pixel).map((part, i) => (i < 3 ? 255 - part : part))),
  ],
])('%s is told', (_, product) => {
  expect(check(stepWith(photo, { 'gray.png': product }, {}))).not.toEqual([])
})

test('lost transparency is told', () => {
  const flat = changed('icons/two.png', (pixel) => [...shades(0.299, 0.587, 0.114)(pixel).slice(0, 3), 255])
  expect(check(stepWith(icons, { 'gray.png': flat }, { from: 'icons/two.png' }))).not.toEqual([])
})
