import { expect, test } from 'vitest'
import { filesOf } from '../../seeded.ts'
import { inputFiles, stepWith, trySkill } from '../../testing.ts'
import check from './check.ts'
import run from './run.ts'

const input = { color: '#aabbcc', replacement: '#102030' }
const drawing = `<svg xmlns="http://www.w3.org/2000/svg">
  <!-- #aabbcc -->
  <style>#abc, .x { fill: #ABC; stroke: red } .y{stroke:#aabbcc}</style>
  <g id="aabbcc" fill="url(#abc)" stroke='rgb(170, 187,204)' style="color:#AaBbCc; fill: #aabbcd">
    <text fill="#aabbcc">#aabbcc</text>
  </g>
</svg>
`
const right = drawing
  .replace('#ABC;', '#102030;')
  .replace('stroke:#aabbcc', 'stroke:#102030')
  .replace('rgb(170, 187,204)', '#102030')
  .replace('#AaBbCc', '#102030')
  .replace('fill="#aabbcc"', 'fill="#102030"')
const before = filesOf({ 'a.svg': drawing })

test('swaps colours of a drawing', async () => {
  const given = await inputFiles('drawing')
  for (const color of ['#1f77b4', '#D62728', 'rgb(44,160,44)']) {
    expect(check(await trySkill(run, given, { color, replacement: 'teal' }))).toEqual([])
  }
})

test('touches colours only, in every notation', async () => {
  const step = await trySkill(run, before, input)
  expect(new TextDecoder().decode(step.after.get('recolored.svg'))).toBe(right)
  expect(check(step)).toEqual([])
})

test('a colour that does not occur, or is a name, is refused', async () => {
  await expect(trySkill(run, before, { ...input, color: '#123456' })).rejects.toThrow('does not use')
  await expect(trySkill(run, before, { ...input, color: 'red' })).rejects.toThrow('#rrggbb')
})

test('a right product made otherwise passes', () => {
  const other = right
    .replaceAll('#102030', 'rgb(16,32,48)')
    .replace(/<!--.*-->\s*/, '')
    .replace(/>\s+</g, '><')
  expect(check(stepWith(before, { 'b.svg': other }, input))).toEqual([])
})

test.each([
  ['only the exact letters replaced', drawing.replaceAll('#aabbcc', '#102030')],
  ['text replaced as well', right.replace('>#aabbcc<', '>#102030<')],
  ['the style sheet forgotten', right.replace('fill: #102030; stroke', 'fill: #ABC; stroke')],
  ['the wrong new colour', right.replaceAll('#102030', '#102031')],
  ['all strokes recoloured', right.replace('stroke: red', 'stroke: #102030')],
  ['an identifier replaced', right.replace('url(#abc)', 'url(#102030)')],
  ['nothing changed', `${drawing} `],
])('%s is told', (_, product) => {
  expect(check(stepWith(before, { 'recolored.svg': product }, input))).not.toEqual([])
})
