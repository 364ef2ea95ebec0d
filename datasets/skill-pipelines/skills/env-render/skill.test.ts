import { expect, test } from 'vitest'
import { filesOf } from '../../seeded.ts'
import { inputFiles, stepWith, trySkill } from '../../testing.ts'
import check from './check.ts'
import run from './run.ts'

const few = filesOf({
  'few.env': '# values\nNAME="Ann B"\nexport PORT=80 # outside\nEMPTY=\n',
  'conf/site.conf.tmpl': `server \${NAME}:\${PORT};\n  mode \${MODE:-safe} on \${PORT:-8000}; cost $5 \${EMPTY}|\n`,
})
const right = 'server Ann B:80;\n  mode safe on 80; cost $5 |\n'

test.each([{}, { template: 'deploy.tmpl', to: 'note.md' }])(
  'fills a note by %j and passes its check',
  async (asked) => {
    expect(check(await trySkill(run, await inputFiles('deploy-env'), asked))).toEqual([])
  },
)

test('writes under the name of the template', async () => {
  const step = await trySkill(run, few, {})
  expect(check(step)).toEqual([])
  expect(new TextDecoder().decode(step.after.get('conf/site.conf'))).toBe(right)
})

test('a right product made otherwise passes', () => {
  expect(check(stepWith(few, { 'x.conf': right.trimEnd().replaceAll('\n', '\r\n') }, {}))).toEqual([])
})

test.each([
  ['quotes kept', right.replace('Ann B', '"Ann B"')],
  ['a comment taken for a value', right.replace('80', '80 # outside')],
  ['a placeholder left', right.replace('80', `\${PORT}`)],
  ['the fallback forgotten', right.replace('safe', '')],
  ['a line lost', right.split('\n')[0]!],
])('%s is told', (_, product) => {
  expect(check(stepWith(few, { 'site.conf': product }, {}))).not.toEqual([])
})

test('a name without a value is an honest failure', async () => {
  const open = filesOf({ 'a.env': 'A=1\n', 'a.tmpl': `\${A} \${B}` })
  await expect(trySkill(run, open, {})).rejects.toThrow('asks for B')
  expect(check(stepWith(open, { 'a.txt': '1 ' }, {}))).not.toEqual([])
})
