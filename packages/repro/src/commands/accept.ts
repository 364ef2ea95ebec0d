import { fail } from '@lawbook/base'
import { accept, findClaim, ruleHash, writeLock } from '@lawbook/claims'
import type { DiffClaim } from '@lawbook/schemas'
import type { Command } from '../command.ts'
import { count } from '../say.ts'
import { readState, type State } from '../state.ts'

export default {
  name: 'accept',
  group: 'extend',
  summary: 'Accept verdicts as they stand now, with a reason, into verdicts.lock.json.',
  usage: '<claim...>',
  examples: [
    'repro accept skill-laws/routing-r2 --because "third wording added"',
    'repro accept --all --because "first results"',
  ],
  options: {
    because: { type: 'string', value: '"<reason>"', help: 'why the change is right; kept in the lock' },
    all: { type: 'boolean', help: 'every claim that is new, gone or moved' },
  },
  exits: {},
  async run({ root, positionals, options, output }) {
    const because = typeof options.because === 'string' ? options.because.trim() : ''
    if (because === '') fail('LB_USAGE', 'repro accept needs a reason: --because "..."')
    const state = await readState(root)
    const claims = chosen(state, positionals, options.all === true)
    let lock = state.lock
    for (const claim of claims) {
      const record = state.registry.claims.find(({ id }) => id === claim.id)
      lock = accept(lock, claim, because, record === undefined ? null : ruleHash(record))
      output.print(
        `${claim.id}: ${claim.changed ?? 'unchanged'}; now ${record === undefined ? 'removed' : claim.verdict}`,
      )
    }
    await writeLock(root, lock)
    output.print(`${count(claims.length, 'claim')} accepted; commit verdicts.lock.json`)
    if (output.json) output.document('lawbook/lock@1', lock)
    return 0
  },
  json: 'lawbook/lock@1',
} satisfies Command

function chosen({ diff, registry }: State, texts: readonly string[], all: boolean): DiffClaim[] {
  if (all && texts.length > 0) fail('LB_USAGE', 'repro accept takes claims or --all, not both')
  if (all) return diff.claims.filter(({ changed }) => changed !== null)
  if (texts.length === 0) fail('LB_USAGE', 'repro accept needs a claim or --all; `repro diff` shows what moved')
  return texts.flatMap((text) => {
    const gone = diff.claims.filter(({ id, changed }) => id === text && changed === 'gone')
    if (gone.length > 0) return gone
    const ids = findClaim(registry, text).map(({ id }) => id)
    const found = diff.claims.filter(({ id }) => ids.includes(id))
    const still = found.filter(({ changed }) => changed === null)
    if (still.length === found.length)
      fail('LB_USAGE', `nothing moved since ${text} was accepted, so there is nothing to accept`)
    return found.filter(({ changed }) => changed !== null)
  })
}
