import { expect, test } from 'vitest'
import { filesOf } from '../../seeded.ts'
import { inputFiles, stepWith, trySkill } from '../../testing.ts'
import check from './check.ts'
import run from './run.ts'

const input = { x: 'day', y: 'n', title: 'Visitors' }
const before = filesOf({ 't.csv': 'day,n\n2026-01-01,10\n2026-01-02,40\n2026-01-05,25\n' })
const ends = '<text x="0" y="120">2026-01-01</text><text x="100" y="120">2026-01-05</text>'
const drawing = (line: string, title = 'Visitors', words = ends): string =>
  `<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"><g stroke="navy"><text>${title}</text>${line}${words}</g></svg>`

test('draws two years by month, and readings by hour', async () => {
  expect(check(await trySkill(run, await inputFiles('monthly-numbers'), { x: 'month', y: 'cost' }))).toEqual([])
  expect(check(await trySkill(run, before, input))).toEqual([])
  const hours = filesOf({ 't.csv': 't,v\n2026-01-01T08:00,-1\n2026-01-01T09:00,2.5\n2026-01-01T11:30,0.25\n' })
  expect(check(await trySkill(run, hours, { x: 't', y: 'v' }))).toEqual([])
})

test('numbers stand at their distance', async () => {
  const numbers = filesOf({ 't.csv': 'a,b\n1,5\n10,5\n2,7\n' })
  const step = await trySkill(run, numbers, { x: 'a', y: 'b' })
  expect(check(step)).toEqual([])
  const words = '<text x="0" y="120">1</text><text x="100" y="120">10</text>'
  const made = (points: string): string => drawing(`<polyline points="${points}"/>`, '', words)
  expect(check(stepWith(numbers, { 'l.svg': made('0,100 100,100 11.1,40') }, { x: 'a', y: 'b' }))).toEqual([])
  expect(check(stepWith(numbers, { 'l.svg': made('0,100 50,100 100,40') }, { x: 'a', y: 'b' }))).not.toEqual([])
})

test.each([
  ['at equal distances', '<path fill="none" d="M0,100L50,40L100,70"/>'],
  ['at their days', '<polyline points="0 100 25 40 100 70"/>'],
])('a right line %s passes', (_, line) => {
  expect(check(stepWith(before, { 'visits.svg': drawing(line) }, input))).toEqual([])
})

test.each([
  ['upside down', drawing('<polyline points="0,40 50,100 100,70"/>')],
  ['a wrong point', drawing('<polyline points="0,100 50,40 100,90"/>')],
  ['a point left out', drawing('<polyline points="0,100 50,40"/>')],
  ['from right to left', drawing('<polyline points="100,100 50,40 0,70"/>')],
  ['no title', drawing('<polyline points="0,100 50,40 100,70"/>', 'n')],
  [
    'a line that leaves the sheet',
    drawing('<polyline points="0,100 50,40 100,70"/>').replace('<svg ', '<svg width="80" height="120" '),
  ],
  ['a line without a stroke', drawing('<polyline points="0,100 50,40 100,70"/>').replace('navy', 'none')],
  ['a line nobody sees', drawing('<polyline style="stroke-width: 0" points="0,100 50,40 100,70"/>')],
  ['no dates', drawing('<polyline points="0,100 50,40 100,70"/>', 'Visitors', '')],
  [
    'dates at the wrong ends',
    drawing('<polyline points="0,100 50,40 100,70"/>')
      .replace('-05<', '-0X<')
      .replace('-01<', '-05<')
      .replace('-0X<', '-01<'),
  ],
  [
    'an axis of other numbers',
    drawing('<polyline points="0,100 50,40 100,70"/>', 'Visitors', `${ends}<text x="0" y="40">80</text>`),
  ],
  ['bars', drawing('<rect x="0" y="0" width="1" height="10"/>')],
  ['no SVG', 'n'],
])('%s is told', (_, product) => {
  expect(check(stepWith(before, { 'line.svg': product }, input))).not.toEqual([])
})
