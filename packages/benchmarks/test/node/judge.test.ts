import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { judge } from '../../src/node/judge.ts'
import { temporary } from '../clawbench/checkouts.ts'

async function judged(check: string, seconds = 60) {
  const scratch = await temporary()
  const place = { before: join(scratch, 'before'), after: join(scratch, 'after') }
  for (const folder of Object.values(place)) await mkdir(join(folder, 'sub'), { recursive: true })
  await writeFile(join(place.before, 'in.txt'), 'in')
  await writeFile(join(place.after, 'sub/out.txt'), 'out')
  const path = join(scratch, 'check.ts')
  await writeFile(path, check)
  return judge({ check: path, ...place, scratch, seconds, signal: new AbortController().signal })
}

test('tests see both states; failures, errors and passes are told apart', async () => {
  const { checks, reasons } = await judged(`
    import assert from 'node:assert/strict'
    type Seen = { before: Map<string, Uint8Array>; after: Map<string, Uint8Array> }
    const names = (files: Map<string, Uint8Array>): string => [...files.keys()].join()
    export default [
      { id: 'states', weight: 1, test: ({ before, after }: Seen) => assert.equal(names(before) + names(after), 'in.txtsub/out.txt') },
      { id: 'fails', weight: 2, test: () => assert.ok(false, 'not ' + process.cwd()) },
      { id: 'breaks', weight: 3, test: async () => { throw new Error('oh') } },
    ]`)
  expect(reasons).toEqual([])
  expect(checks).toEqual([
    { id: 'states', weight: 1, outcome: 'passed', detail: '' },
    { id: 'fails', weight: 2, outcome: 'failed', detail: 'not .' },
    { id: 'breaks', weight: 3, outcome: 'error', detail: 'oh' },
  ])
})

test('a verifier that hangs, crashes, ends early or is none has no checks', async () => {
  const cases: Record<string, string> = {
    'export default [{ id: "a", weight: 1, test: () => { for (;;); } }]': 'the verifier did not end within 5 s',
    'throw new TypeError("at once")': 'the verifier gave no report: TypeError: at once',
    'export default [{ id: "a", weight: 1, test: () => process.exit(0) }]':
      'the verifier gave no report: it printed nothing',
    'export default { a: 1 }':
      'the verifier gave no report: Error: its default export is no list of { id, weight above 0, test }',
    'export default []': 'the verifier has no tests',
  }
  for (const [check, reason] of Object.entries(cases))
    expect(await judged(check, check.includes('for (;;)') ? 5 : 60)).toMatchObject({ checks: null, reasons: [reason] })
}, 200_000)
