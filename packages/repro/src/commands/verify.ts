import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { asLawbookError, codes, fail } from '@lawbook/base'
import { listFiles } from '../collect.ts'
import type { Command } from '../command.ts'
import { mapPool } from '../pool.ts'
import { count } from '../say.ts'
import { readState } from '../state.ts'
import { elapsed } from '../summary.ts'
import { type Agreement, agreementHere } from '../verify/compare.ts'
import { type Difference, verifyExperiment } from '../verify/experiment.ts'
import { overviewDifferences } from '../verify/overview.ts'
import { recordDifferences } from '../verify/records.ts'
import { packageIds } from '../workspace.ts'

/**
 * Verdicts, READMEs and the pages of figures/overview against the committed results; results that cannot be read are a
 * difference of their own.
 */
async function committedRecords(root: string, agreement: Agreement): Promise<Difference[]> {
  try {
    const state = await readState(root, { committedOnly: true })
    return [...(await recordDifferences(state)), ...(await overviewDifferences(root, state, agreement))]
  } catch (thrown) {
    const { code, message } = asLawbookError(thrown)
    return [{ file: 'figures', what: `the committed results cannot be judged: ${message} (${code})` }]
  }
}

export default {
  name: 'verify',
  group: 'check',
  summary: 'Recompute everything from the committed evidence, offline, and compare it with what is committed.',
  usage: '',
  examples: ['repro verify', 'repro verify --json'],
  options: {},
  json: 'lawbook/verify@1',
  exits: { 5: 'a committed number, table, figure, verdict or README is not what the committed evidence gives' },
  async run({ root, positionals, output }) {
    if (positionals.length > 0) fail('LB_USAGE', 'repro verify takes no id: it verifies everything that is committed')
    const ids = await packageIds(root, 'experiments')
    const committed = (await readdir(join(root, 'figures'), { withFileTypes: true }).catch(() => []))
      .filter((entry) => entry.isDirectory() && entry.name !== 'overview')
      .map(({ name }) => name)
      .sort()
    const agreement = agreementHere()
    const temporary = await mkdtemp(join(tmpdir(), 'lawbook-verify-'))
    try {
      const owned = committed.filter((id) => ids.includes(id))
      const inTurn = await mapPool(
        await largestFirst(owned, (id) => join(root, 'figures', id)),
        availableParallelism(),
        async (id) => {
          const one = await verifyExperiment(root, id, temporary, agreement)
          const verdict = one.differences.length === 0 ? 'the same' : output.style('red', 'different')
          if (!output.json) output.note(`${id}: ${count(one.files, 'file')}, ${verdict} (${one.seconds.toFixed(1)} s)`)
          return one
        },
      )
      const verified = owned.map((id) => inTurn.find(({ experiment }) => experiment === id)!)
      const orphans: Difference[] = committed
        .filter((id) => !ids.includes(id))
        .map((id) => ({ file: `figures/${id}`, what: 'belongs to no experiment' }))
      const differences = [
        ...verified.flatMap((one) => one.differences),
        ...orphans,
        ...(await committedRecords(root, agreement)),
      ]
      const files = verified.reduce((sum, one) => sum + one.files, 0)
      const without = ids.filter((id) => !committed.includes(id))
      if (output.json) {
        output.document('lawbook/verify@1', {
          passed: differences.length === 0,
          agreement,
          experiments: verified.map(({ experiment, files: n, differences: found }) => ({
            experiment,
            files: n,
            differences: found.length,
          })),
          differences,
        })
      }
      output.print(
        agreement === 'bytes'
          ? `promise here (Linux x64): every byte; ${count(files, 'file')} of ${count(verified.length, 'experiment')}`
          : `promise here (${process.platform} ${process.arch}): numbers to nine digits, pictures not compared; ${count(files, 'file')} of ${count(verified.length, 'experiment')}`,
      )
      if (without.length > 0) output.print(`nothing committed yet of: ${without.join(', ')}`)
      for (const { file, what } of differences) output.print(`${output.style('red', 'differs')} ${file}: ${what}`)
      output.print(
        `verify: ${differences.length === 0 ? output.style('green', 'passed') : count(differences.length, 'difference')}; ${elapsed()}`,
      )
      if (differences.length === 0) return 0
      output.note(`LB_VERIFY; ${codes.LB_VERIFY.fix}`)
      return codes.LB_VERIFY.exit
    } finally {
      await rm(temporary, { recursive: true, force: true })
    }
  },
} satisfies Command

/** Those with the most committed bytes first: they take longest, and the last one should not be among them. */
async function largestFirst(ids: readonly string[], folderOf: (id: string) => string): Promise<string[]> {
  const sizes = new Map<string, number>()
  for (const id of ids) {
    const files = await listFiles(folderOf(id))
    const bytes = await Promise.all(files.map(async (file) => (await stat(join(folderOf(id), file))).size))
    sizes.set(
      id,
      bytes.reduce((sum, size) => sum + size, 0),
    )
  }
  return [...ids].sort((a, b) => sizes.get(b)! - sizes.get(a)!)
}
