import { expect, test } from 'vitest'
import { filesOf } from '../../seeded.ts'
import { inputFiles, stepWith, trySkill } from '../../testing.ts'
import check from './check.ts'
import run from './run.ts'

const few = filesOf({
  'a.mustache':
    '# {{title}}\n\n{{! remark }}Mean {{mean}} of {{n}}.\n{{#parts}}\n- {{name}}: {{{value}}}\n{{/parts}}\n{{^parts}}none{{/parts}}\n',
  'd.json':
    '{"title":"Tea & cake","mean":1234.5678912,"n":3,"parts":[{"name":"a","value":1},{"name":"b","value":"x"}]}',
})

test.each([{}, { title: 'March', with: 'numbers.json', template: 'summary.mustache' }])(
  'fills a letter by %j and passes its check',
  async (asked) => {
    expect(check(await trySkill(run, await inputFiles('letter-template'), asked))).toEqual([])
  },
)

test('sections, remarks and numbers, to the letter', async () => {
  const step = await trySkill(run, few, {})
  expect(check(step)).toEqual([])
  expect(new TextDecoder().decode(step.after.get('report.md'))).toBe(
    '# Tea & cake\n\nMean 1234.567891 of 3.\n- a: 1\n- b: x\n\n',
  )
})

test('figures of the step before, a list, dotted names', async () => {
  const before = filesOf({
    't.mustache': '{{title}}: {{#items}}{{at.x}}{{^last}}, {{/last}}{{/items}}',
    'a.json': '{}',
    'b.json': '[{"at":{"x":1.5}},{"at":{"x":2},"last":true}]',
  })
  const step = await trySkill(run, before, { title: 'Two', with: '@previous', to: 'two.md' }, ['b.json'])
  expect(check(step)).toEqual([])
  expect(new TextDecoder().decode(step.after.get('two.md'))).toBe('Two: 1.5, 2')
  expect(check(await trySkill(run, before, { title: 'Two' }, ['b.json']))).toEqual([])
})

test('a missing value and a partial are refused', async () => {
  const data = { 'd.json': '{"n":1}' }
  await expect(trySkill(run, filesOf({ ...data, 'a.mustache': '{{mean}}' }), {})).rejects.toThrow('asks for mean')
  await expect(trySkill(run, filesOf({ ...data, 'a.mustache': '{{> foot}}' }), {})).rejects.toThrow('partial')
})

test('a right product made otherwise passes', () => {
  const made = '# Tea & cake\r\n\r\n\r\nMean  1,234.5679 of 3.\r\n- a: 1\r\n\r\n- b: x'
  expect(check(stepWith(few, { 'letter.txt': made }, {}))).toEqual([])
})

test.each([
  ['escapes of HTML', '# Tea &amp; cake\n\nMean 1234.567891 of 3.\n- a: 1\n- b: x\n'],
  ['places left open', '# {{title}}\n\nMean 1234.567891 of 3.\n- a: 1\n- b: x\n'],
  ['the list not repeated', '# Tea & cake\n\nMean 1234.567891 of 3.\n- a: 1\n'],
  ['values exchanged', '# Tea & cake\n\nMean 3 of 1234.567891.\n- a: 1\n- b: x\n'],
  ['both branches', '# Tea & cake\n\nMean 1234.567891 of 3.\n- a: 1\n- b: x\nnone\n'],
])('%s is told', (_, product) => {
  expect(check(stepWith(few, { 'report.md': product }, {}))).not.toEqual([])
})

test('the title of the data is told where the task gives another', () => {
  const made = '# Tea & cake\n\nMean 1234.567891 of 3.\n- a: 1\n- b: x\n'
  expect(check(stepWith(few, { 'report.md': made }, { title: 'March' }))).not.toEqual([])
})
