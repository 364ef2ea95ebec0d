import { expect, test } from 'vitest'
import { filesOf } from '../../seeded.ts'
import { inputFiles, stepWith, trySkill } from '../../testing.ts'
import check from './check.ts'
import run from './run.ts'

const input = { x: 'who', y: 'n', title: 'Work & play' }
const before = filesOf({ 't.csv': 'who,n\nanna,10\n"ben <b>",40\ncarl,25\n' })

/** A drawing of bars with these left ends, tops and heights on a line at 100. */
function bars(heights: readonly number[], names = ['anna', 'ben &lt;b&gt;', 'carl'], base = 100): string {
  const drawn = heights.map((high, i) => `<rect x='${20 * i + 5}' y='${base - high}' width='12' height='${high}'/>`)
  const words = names.map((name, i) => `<text y="112" x="${20 * i}">${name}</text>`)
  const frame = '<rect width="100%" height="100%" fill="none"/>'
  return `<svg xmlns="http://www.w3.org/2000/svg"><text>Work &#38; play</text>${[frame, ...drawn, ...words].join('')}</svg>`
}

test('draws two years, and values of both signs', async () => {
  const step = await trySkill(run, await inputFiles('monthly-numbers'), { x: 'month', y: 'revenue' })
  expect(check(step)).toEqual([])
  expect(check(await trySkill(run, before, input))).toEqual([])
  const signs = filesOf({ 't.csv': 'who,n\na,-3.5\nb,0\nc,12\n' })
  expect(check(await trySkill(run, signs, { x: 'who', y: 'n' }))).toEqual([])
  expect(check(await trySkill(run, filesOf({ 't.csv': 'who,n\na,7\n' }), { x: 'who', y: 'n' }))).toEqual([])
})

test('a gap is no zero', async () => {
  await expect(trySkill(run, filesOf({ 't.csv': 'who,n\na,\nb,2\n' }), { x: 'who', y: 'n' })).rejects.toThrow(
    'no number',
  )
})

test('right drawings made otherwise pass, upright or lying', () => {
  expect(check(stepWith(before, { 'c.svg': bars([20, 80, 50]) }, input))).toEqual([])
  const scale = '<text x="0" y="100">0</text><text x="0" y="24">40</text></svg>'
  expect(check(stepWith(before, { 'c.svg': bars([20, 80, 50]).replace('</svg>', scale) }, input))).toEqual([])
  const lying = bars([20, 80, 50])
    .replace(/<rect x='(\d+)' y='(\d+)' width='12' height='(\d+)'/g, '<rect y="$1" x="30" height="12" width="$3"')
    .replace(/y="112" x="(\d+)"/g, 'x="0" y="$1"')
  expect(check(stepWith(before, { 'c.svg': lying }, input))).toEqual([])
})

test.each([
  ['wrong lengths', bars([20, 70, 50])],
  ['bars that do not start at zero', bars([5, 65, 35])],
  ['another order', bars([80, 20, 50])],
  ['a bar left out', bars([20, 80])],
  ['a name left out', bars([20, 80, 50], ['anna', 'carl'])],
  ['names at other bars', bars([20, 80, 50], ['ben &lt;b&gt;', 'anna', 'carl'])],
  [
    'names one bar further',
    bars([20, 80, 50]).replace(/y="112" x="(\d+)"/g, (_, x) => `y="112" x="${Number(x) + 31}"`),
  ],
  [
    'a tooltip of another bar',
    bars([20, 80, 50]).replace("height='80'/>", "height='80'><title>carl: 25</title></rect>"),
  ],
  ['an axis of other numbers', bars([20, 80, 50]).replace('</svg>', '<text x="0" y="20">80</text></svg>')],
  ['no title', bars([20, 80, 50]).replace('Work', 'Fun')],
  ['bars that leave the sheet', bars([20, 80, 50]).replace('<svg ', '<svg viewBox="0 0 90 60" ')],
  ['hanging bars', bars([20, 80, 50]).replace(/y='\d+' w/g, "y='10' w")],
  ['a line', '<svg><text>Work &amp; play</text><polyline points="0,90 1,60 2,75"/></svg>'],
  ['something that is no SVG', 'anna 10\nben 40\ncarl 25\n'],
])('%s is told', (_, product) => {
  expect(check(stepWith(before, { 'bars.svg': product }, input))).not.toEqual([])
})
