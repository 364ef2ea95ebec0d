import { expect, test } from 'vitest'
import { namedOutputs, releasedOutputs } from '../src/index.ts'

test('every named file that is not there yet is required, once', () => {
  const text =
    'Read `workspace/in.csv`. Put totals into workspace/out/totals.json, then `workspace/notes.md`; see workspace/notes.md.'
  expect(namedOutputs(text, ['in.csv'])).toEqual(['out/totals.json', 'notes.md'])
})

test.each([
  ['a folder', 'keep it in workspace/archive'],
  ['a pattern', 'one file a month: workspace/2026-*.csv'],
  ['a placeholder', 'as workspace/<name>.txt'],
  ['a place with a suffix to fill in', 'as `workspace/report-{month}.md`'],
  ['nothing of the workspace', 'write out.csv'],
])('%s is no required file', (_, text) => expect(namedOutputs(text, [])).toEqual([]))

test('a sentence may end after a name', () => {
  expect(namedOutputs('The answer goes to workspace/answer.txt.', [])).toEqual(['answer.txt'])
})

test('the released rule sees names in backticks after its three phrases, without their one folder', () => {
  const text =
    'Save the summary as `workspace/a.md`. Write to `b.json`. Create `workspace/c.csv`, and put `d.txt` there.'
  expect(releasedOutputs(text, [])).toEqual(['a.md', 'b.json', 'c.csv'])
})
