import { availableParallelism } from 'node:os'
import { codes, fail } from '@lawbook/base'
import { diffText, summarise } from '@lawbook/claims'
import type { Diff } from '@lawbook/schemas'
import { collect } from '../collect.ts'
import type { Command } from '../command.ts'
import { quickDocument } from '../documents/quick.ts'
import { failureExit, printFailures } from '../failures.ts'
import { mirrorOverview } from '../overview/mirror.ts'
import { updateReadmes } from '../readme/update.ts'
import { count } from '../say.ts'
import { readState } from '../state.ts'
import { elapsed, printBooks } from '../summary.ts'
import { runTasks, succeeded } from '../tasks.ts'
import { endTrial, trialOf } from '../trial.ts'
import { packageIds, resolveId } from '../workspace.ts'

export default {
  name: 'run',
  group: 'check',
  summary: 'Recompute some experiments with all cores and show their claims.',
  usage: '<experiment...>',
  examples: [
    'repro run skills-routing-law',
    'repro run skills-routing-law --quick --verbose',
    'repro run skills-routing-law --routers bm25,fuzzball',
    'repro run agents-parallel-speedup --data-dir ~/agent-runs',
    'repro run skills-clawbench-transfer --data-dir ~/claw-bench --allow-task-code',
  ],
  options: {
    quick: { type: 'boolean', help: 'reduced fidelity: to see that it runs; gives no verdict and no figure' },
    routers: {
      type: 'string',
      value: '<id,...>',
      help: 'ask these routers instead, slow ones too; gives no verdict and no committed figure',
    },
    'data-dir': {
      type: 'string',
      value: '<folder>',
      help: 'read these original files or this checkout, which files.json of a data set pins; gives no verdict and no committed figure',
    },
    'allow-task-code': { type: 'boolean', help: 'with --data-dir: code of the checkout may run with your rights' },
    force: { type: 'boolean', help: 'run what is cached as well' },
  },
  json: 'lawbook/diff@1',
  also: ['lawbook/quick@1'],
  exits: {
    3: 'a verdict of these experiments lost information or moved, or a rule changed',
    4: 'the books of an experiment do not balance',
    5: 'data are not what their manifest says, or could not be had',
    130: 'interrupted',
  },
  async run({ root, positionals, options, output }) {
    const all = await packageIds(root, 'experiments')
    if (positionals.length === 0)
      fail('LB_USAGE', `repro run needs the id of an experiment; there are: ${all.join(', ') || 'none yet'}`)
    const ids = [...new Set(positionals.map((text) => resolveId(text, all, 'experiment')))]
    const trial = await trialOf(root, ids, options)
    const verbose = options.verbose === true
    const end = await runTasks(
      root,
      {
        filters: ids.map((id) => `./experiments/${id}`),
        fidelity: trial?.fidelity ?? 'full',
        ...(trial?.localData === undefined ? {} : { localData: trial.localData }),
        force: options.force === true,
        workers: availableParallelism(),
      },
      { output, verbose },
    )
    const done = ids.filter((id) => succeeded(end, id))
    const ran = `${end.executed.size} of ${count(end.executed.size + end.cached.size, 'task')} ran`
    if (trial !== null) {
      printFailures(output, end.failures, verbose)
      const sentence = await endTrial(root, trial, done, end)
      if (output.json) output.document('lawbook/quick@1', quickDocument(trial.kind, done, end.failures))
      if (sentence !== null) output.print(sentence)
      output.print(`${ran}; ${elapsed()}`)
      return failureExit(end.failures)
    }

    const { written } = await collect(root, done, all)
    const standing = await readState(root, { committedOnly: true })
    await updateReadmes(standing)
    const state = await readState(root, { untested: ids.filter((id) => !done.includes(id)) })
    const diff = diffOf(state.diff, ids)
    printFailures(output, end.failures, verbose)
    if (output.json) output.document('lawbook/diff@1', diff)
    output.print(diffText(diff))
    printBooks(output, new Map([...state.results].filter(([id]) => ids.includes(id))))
    // After the verdicts are printed: a page that cannot be drawn must not hide them.
    const wrote = written.length + (await mirrorOverview(root, standing)).written.length
    if (wrote > 0) output.note(`figures/: ${count(wrote, 'file')} written`)
    output.print(`${ran}; ${elapsed()}`)
    if (end.failures.length > 0) return failureExit(end.failures)
    return diff.gate.passed ? 0 : codes.LB_GATE.exit
  },
} satisfies Command

/** The part of a diff that speaks of some experiments: their claims, counted anew, and the reasons of the gate for them. */
export function diffOf(diff: Diff, experiments: readonly string[]): Diff {
  const claims = diff.claims.filter(({ experiment }) => experiments.includes(experiment))
  const reasons = diff.gate.reasons.filter((reason) => claims.some(({ id }) => reason.startsWith(`${id}: `)))
  return { ...diff, summary: summarise(claims), gate: { passed: reasons.length === 0, reasons }, claims }
}
