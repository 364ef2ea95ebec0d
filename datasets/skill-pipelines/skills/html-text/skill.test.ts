import { expect, test } from 'vitest'
import { filesOf } from '../../seeded.ts'
import { inputFiles, stepWith, trySkill } from '../../testing.ts'
import check from './check.ts'
import run from './run.ts'

const html = `<!DOCTYPE html><head><title>Shop</title><style>p { color: red }</style></head>
<body><!-- <p>old</p> --><h1>Open&shy;ing</h1><p title="a > b">Mo &amp; T&uuml;<br>9&ndash;17&nbsp;h</p>
<ul><li>Tea <b>g</b>reen<li>Milk</ul><a href="https://x.example/map">Map</a><script>write("<p>x</p>")</script></body>`
const few = filesOf({ 'a.html': html })
const right = 'Opening\n\nMo & Tü\n9–17 h\n\n- Tea green\n- Milk\n\nMap\n'
const wrong = (from: string, to: string): string => right.replace(from, to)

test('reads a timetable page and passes its check', async () => {
  expect(check(await trySkill(run, await inputFiles('web-page'), {}))).toEqual([])
})

test('a small page, to the letter', async () => {
  const step = await trySkill(run, few, {})
  expect(check(step)).toEqual([])
  expect(new TextDecoder().decode(step.after.get('text.txt'))).toBe(right)
})

test('code keeps its lines, cells are apart, numbers and unknown entities', async () => {
  const page =
    '<table><tr><th>a</th> <th>b</th></tr><tr><td>1<td>2</table><pre>x = 1\n  y &lt; 2</pre>&#65;&#x42; &foo; 1 < 2'
  const step = await trySkill(run, filesOf({ 'a.htm': page }), {})
  expect(check(step)).toEqual([])
  expect(new TextDecoder().decode(step.after.get('text.txt'))).toBe('a\tb\n1\t2\n\nx = 1\ny < 2\n\nAB &foo; 1 < 2\n')
})

test('a page without text is refused', async () => {
  await expect(trySkill(run, filesOf({ 'a.html': '<p> </p>' }), {})).rejects.toThrow('has no text')
})

test('a right product made otherwise passes', () => {
  const made = `Shop\r\n\r\n# Opening\r\nMo & Tü 9-17 h\r\n* Tea green\r\n* Milk\r\nMap (https://x.example/map)`
  expect(check(stepWith(few, { 'plain.txt': made }, {}))).toEqual([])
})

test.each([
  ['tags left', wrong('Milk', '<b>Milk</b>')],
  ['the script read as text', `${right}write("x")\n`],
  ['a comment read as text', `old ${right}`],
  ['entities left', wrong('Tü', 'T&uuml;')],
  ['words run together', wrong('- Tea green\n- Milk', 'Tea greenMilk')],
  ['the list lost', wrong('- Tea green\n- Milk', '')],
  ['everything on one line', right.replace(/\s+/g, ' ')],
])('%s is told', (_, product) => {
  expect(check(stepWith(few, { 'text.txt': product }, {}))).not.toEqual([])
})
