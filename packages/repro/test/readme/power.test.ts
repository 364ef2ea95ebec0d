import type { Registry } from '@lawbook/claims'
import { expect, test } from 'vitest'
import { experimentBlocks } from '../../src/readme/experimentBlocks.ts'
import { rootBlocks } from '../../src/readme/rootBlocks.ts'
import type { State } from '../../src/state.ts'
import { judged } from '../claims.ts'

const registry: Registry = { root: '/nowhere', papers: new Map(), experiments: [], claims: [] }
const gate = { passed: true, reasons: [] }
const state: State = {
  registry,
  lock: { schema: 'lawbook/lock@1', claims: [] },
  results: new Map(),
  fresh: [],
  committed: [],
  diff: { schema: 'lawbook/diff@1', summary: {}, gate, claims: [judged()] },
}

test('both READMEs put power, false alarm and recognition beside every verdict', async () => {
  for (const block of [experimentBlocks(state, 'test-one').claims!, rootBlocks(state).verdicts!]) {
    const text = await block()
    expect(text).toContain('| power / false alarm / recognised |')
    expect(text).toContain('| 57 % (low) / 1 % / 0 % (low) |')
  }
})
