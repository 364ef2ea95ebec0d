import { expect, test } from 'vitest'
import { inputFiles, stepWith, trySkill } from '../../testing.ts'
import check from './check.ts'
import run from './run.ts'

const log = `2026-03-01T08:15:02Z INFO auth: login of anna+shop@mail.example.org from 10.0.3.7
2026-03-01T08:16:00Z DEBUG session: token=tk_7d1f0a refreshed in 12 ms, id 5f2d8e7a1c9b4036d7e8f9a0b1c2d3e4
2026-03-01T08:17:00Z ERROR auth: rejected Bearer abc.def-9 of shelf 12.5, host.10.9.8.7
`
const masked = log
  .replace('anna+shop@mail.example.org', '<email>')
  .replace('10.0.3.7', '<ip>')
  .replace('10.9.8.7', '<ip>')
  .replace('tk_7d1f0a', '<token>')
  .replace('5f2d8e7a1c9b4036d7e8f9a0b1c2d3e4', '<token>')
  .replace('abc.def-9', '<token>')
const few = new Map([['app.log', new TextEncoder().encode(log)]])

test('masks a log and passes its check', async () => {
  const step = await trySkill(run, await inputFiles('app-log'), {})
  expect(check(step)).toEqual([])
  expect(new TextDecoder().decode(step.after.get('masked.log'))).not.toContain('@')
})

test('masks every kind of secret and nothing else', async () => {
  const step = await trySkill(run, few, {})
  expect(new TextDecoder().decode(step.after.get('masked.log'))).toBe(masked)
  expect(check(step)).toEqual([])
})

test('a right product made otherwise passes', () => {
  const made = masked.replaceAll('<email>', '***').replaceAll('<ip>', 'x.x.x.x').replaceAll('<token>', '[removed]')
  expect(check(stepWith(few, { 'public.txt': made.trimEnd() }, {}))).toEqual([])
})

test.each([
  ['an address left', masked.replace('<ip>', '10.0.3.7')],
  ['half of an address left', masked.replace('<email>', 'anna+<email>')],
  ['lines with secrets dropped', '\n'],
  ['numbers masked too', masked.replace('in 12 ms', 'in <n> ms')],
  ['only the long token masked', masked.replace('token=<token>', 'token=tk_7d1f0a')],
  ['nothing done', log],
  [
    'as many stars as letters',
    log.replace(/anna\S+|10\.[\d.]+|tk_7d1f0a|5f2d8e7a\w+|abc\.def-9/g, (all) => '*'.repeat(all.length)),
  ],
  ['a number for each address', masked.replace('<ip>', '<ip-1>').replace('<ip>', '<ip-2>')],
])('%s is told', (_, product) => {
  expect(check(stepWith(few, { 'masked.log': product }, {}))).not.toEqual([])
})
