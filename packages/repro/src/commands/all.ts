import { codes, fail } from '@lawbook/base'
import { diffText } from '@lawbook/claims'
import { collect } from '../collect.ts'
import type { Command } from '../command.ts'
import { quickDocument } from '../documents/quick.ts'
import { failureExit, printFailures } from '../failures.ts'
import type { Running } from '../launch.js'
import { mirrorOverview } from '../overview/mirror.ts'
import { updateReadmes } from '../readme/update.ts'
import { count } from '../say.ts'
import { readState } from '../state.ts'
import { elapsed, printBooks, printGate } from '../summary.ts'
import { downloads, megabytes, runTasks, succeeded } from '../tasks.ts'
import { lastSeconds, packageIds } from '../workspace.ts'

export default {
  name: 'all',
  group: 'check',
  summary: 'Recompute every number and figure from the sources, and hold them against the claims.',
  usage: '',
  examples: ['repro all', 'repro all --quick'],
  options: {
    quick: { type: 'boolean', help: 'reduced fidelity: to see that everything runs; gives no verdict and no figure' },
    force: { type: 'boolean', help: 'run what is cached as well' },
  },
  json: 'lawbook/diff@1',
  also: ['lawbook/quick@1'],
  exits: {
    3: 'a verdict lost information or moved, or a rule changed',
    4: 'the books of an experiment do not balance',
    5: 'data are not what their manifest says, or could not be had',
    130: 'interrupted',
  },
  async run({ root, positionals, options, output, started }) {
    if (positionals.length > 0)
      fail(
        'LB_USAGE',
        `repro all takes no id, but got "${positionals.join(' ')}"; for one experiment use \`repro run <id>\``,
      )
    const quick = options.quick === true
    const ids = await packageIds(root, 'experiments')
    if (!output.json) output.note(await announcement(root, ids))
    const end = await runTasks(
      root,
      { fidelity: quick ? 'quick' : 'full', force: options.force === true },
      { output, verbose: options.verbose === true, started: started as Running | undefined },
    )
    const done = ids.filter((id) => succeeded(end, id))
    const ran = `${end.executed.size} of ${count(end.executed.size + end.cached.size, 'task')} ran, the rest came from the cache`

    if (quick) {
      printFailures(output, end.failures, options.verbose === true)
      if (output.json) output.document('lawbook/quick@1', quickDocument('quick', done, end.failures))
      output.print(`quick run: ${done.length} of ${count(ids.length, 'experiment')} ran; no verdict, nothing collected`)
      output.print(`${ran}; ${elapsed()}`)
      output.print('next: `repro all` for verdicts')
      return failureExit(end.failures)
    }

    const { written, removed } = await collect(root, done, ids)
    const state = await readState(root, { untested: ids.filter((id) => !done.includes(id)) })
    const standing = done.length === ids.length ? state : await readState(root, { committedOnly: true })
    const readmes = await updateReadmes(standing)
    printFailures(output, end.failures, options.verbose === true)
    const skipped = ids.filter((id) => !done.includes(id) && !end.failures.some(({ experiment }) => experiment === id))
    if (skipped.length > 0) output.note(`not run, because what they need failed: ${skipped.join(', ')}`)
    if (output.json) output.document('lawbook/diff@1', state.diff)
    output.print(diffText(state.diff).replace(/\n\ngate:[\s\S]*$/, '\n'))
    printBooks(output, state.results)
    printGate(output, state)
    // After the verdicts are printed: a page that cannot be drawn must not hide them.
    const overview = await mirrorOverview(root, standing)
    const [wrote, lost] = [written.length + overview.written.length, removed.length + overview.removed.length]
    if (wrote + lost + readmes.length > 0)
      output.print(
        `figures/: ${count(wrote, 'file')} written, ${lost} removed; ${count(readmes.length, 'README')} updated`,
      )
    output.print(`${ran}; ${elapsed()}`)
    output.print(
      `next: ${nextStep(
        end.failures.map(({ experiment }) => experiment),
        state.diff.gate.passed,
      )}`,
    )
    if (end.failures.length > 0) return failureExit(end.failures)
    return state.diff.gate.passed ? 0 : codes.LB_GATE.exit
  },
} satisfies Command

/** What is to be downloaded, and what computing everything cost when it last ran here. */
async function announcement(root: string, ids: readonly string[]): Promise<string> {
  const { bytes, cached } = await downloads(root)
  const { seconds, unknown } = await lastSeconds(root, ids)
  const data =
    bytes === 0 ? 'nothing to download' : `${megabytes(bytes)} to download (${megabytes(cached)} are in the cache)`
  const time = seconds === 0 ? '' : `; everything took ${Math.ceil(seconds)} s of one core when it last ran`
  const fresh = unknown === 0 ? '' : `; ${unknown} never ran here`
  return `${count(ids.length, 'experiment')}: ${data}${time}${fresh}`
}

function nextStep(failed: readonly string[], passed: boolean): string {
  if (failed[0] !== undefined) return `\`repro run ${failed[0]} --verbose\``
  return passed ? '`repro show <claim>` for one claim, `repro report` for all' : '`repro diff` for what moved'
}
