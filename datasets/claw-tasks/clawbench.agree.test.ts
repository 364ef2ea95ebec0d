import { mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type Agent, findPython, loadClawbench, runClawTrial } from '@lawbook/benchmarks'
import type { Files } from '@lawbook/execution'
import { describe, expect, it } from 'vitest'
import { root } from './folders.ts'
import { productsOf, tryTask } from './testing.ts'

/** Tasks that carry both verifiers, check.ts and test_output.py, are judged alike by them: check by check, whatever was left. */
const python = await findPython(null).catch(() => null)
const checkout = await loadClawbench(join(root, 'clawbench'))
const both = checkout.tasks.filter(({ parts }) => parts.node && parts.pytest)

it('at least ten tasks carry both verifiers', () => {
  expect(both.length).toBeGreaterThanOrEqual(10)
})

describe.skipIf(python === null || python.pytest === null)(
  'both verifiers agree (skipped where python3 or its pytest is not there)',
  () => {
    for (const task of both) {
      it(task.id, { timeout: 300_000 }, async () => {
        const folder = join(root, 'clawbench/tasks', task.folder)
        const { products } = await productsOf(folder)
        const said = await tryTask(folder)
        for (const [name, files] of Object.entries(products)) {
          const { trial } = await runClawTrial(checkout, task, leaving(files), {
            ...{ python, verifier: 'pytest', agentSeconds: null, verifierSeconds: 120 },
            ...{ attempt: 1, signal: new AbortController().signal },
          })
          expect(trial.status, `${task.id}: ${name}: ${trial.reasons.join('; ')}`).toBe('scored')
          const outcomes = trial.checks.map(({ id, weight, outcome }) => [plain(id), weight, outcome === 'passed'])
          const node = said[name]!.map(({ id, weight, outcome }) => [plain(id), weight, outcome === 'passed'])
          expect(outcomes.sort(), `${task.id}: ${name}`).toEqual(node.sort())
        }
      })
    }
  },
)

/** `test_bank_lines_left` and `bank-lines-left` are one check. */
const plain = (id: string): string =>
  id
    .replace(/^.*::/, '')
    .replace(/^test_/, '')
    .replaceAll('-', '_')

/** An agent that leaves exactly these files. */
function leaving(files: Files): Agent {
  return {
    ...{ id: 'leaving', librarySize: null, close: async () => {} },
    async turn({ workspace }) {
      await rm(workspace, { recursive: true, force: true })
      for (const [name, bytes] of files) {
        await mkdir(dirname(join(workspace, name)), { recursive: true })
        await writeFile(join(workspace, name), bytes)
      }
      return { end: 'completed', reason: '', tokens: null, chosen: null }
    },
  }
}
