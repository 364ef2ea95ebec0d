import type { Diff } from '@lawbook/schemas'
import { expect, test } from 'vitest'
import command, { diffOf } from '../../src/commands/run.ts'
import { printed } from '../../src/output.ts'
import { judged } from '../claims.ts'
import { discard, runCommand, scriptedExperiment, temporaryWorkspace } from '../workspace.ts'

test('what `run` prints speaks of its experiments alone, in its summary and its gate too', () => {
  const [one, two] = [judged(), judged({ id: 'test-paper/other', experiment: 'test-two', verdict: 'inconclusive' })]
  const diff: Diff = {
    schema: 'lawbook/diff@1',
    summary: { 'form-only': { 'direction-only': 1, inconclusive: 1 } },
    gate: { passed: false, reasons: ['test-paper/other: rule changed'] },
    claims: [one, two],
  }
  const own = diffOf(diff, ['test-one'])
  expect(JSON.parse(printed('lawbook/diff@1', own))).toMatchObject({
    summary: { 'form-only': { 'direction-only': 1 } },
    gate: { passed: true, reasons: [] },
    claims: [{ id: one.id }],
  })
  expect(Object.keys(own.summary['form-only'] as object)).toEqual(['direction-only'])
  expect(diffOf(diff, ['test-two']).gate).toEqual(diff.gate)
})

test('a quick run prints what ran and what failed, and no verdict', async () => {
  const root = await temporaryWorkspace()
  await scriptedExperiment(root, 'test-good', { reproduce: 'true', figures: 'true' })
  await scriptedExperiment(root, 'test-bad', { reproduce: 'false', figures: 'true' })
  const { code, document } = await runCommand(command, root, ['test-good', 'test-bad'], { quick: true }, true)
  expect(code).toBe(1)
  expect(document).toEqual({
    schema: 'lawbook/quick@1',
    fidelity: 'quick',
    experiments: ['test-good'],
    failed: [
      { id: 'test-bad', task: 'reproduce', code: 'LB_EXPERIMENT', message: expect.stringContaining('test-bad') },
    ],
  })
  await discard(root)
})
