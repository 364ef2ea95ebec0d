import { availableParallelism } from 'node:os'
import { relative } from 'node:path'
import { asLawbookError, fail } from '@lawbook/base'
import { openLedger, type PlannedTrial, runTrials } from '@lawbook/benchmarks'
import { agentOf } from '../benchmark/agents.ts'
import { openCheckout } from '../benchmark/checkout.ts'
import { chooseTasks } from '../benchmark/choose.ts'
import { exportTrials } from '../benchmark/export.ts'
import { importedSummary } from '../benchmark/import.ts'
import { checkLeave, containmentWords } from '../benchmark/leave.ts'
import { type WantedFile, wantedFile, wantedOf } from '../benchmark/options.ts'
import { besides, claimFolder, resultsFolder } from '../benchmark/results.ts'
import { untilInterrupted } from '../benchmark/signals.ts'
import { summaryOf } from '../benchmark/summary.ts'
import { benchmarkText, endsText } from '../benchmark/table.ts'
import type { Command } from '../command.ts'
import type { Output } from '../output.ts'
import { drawProgress } from '../progress.ts'
import { count } from '../say.ts'
import { elapsed } from '../summary.ts'

export default {
  name: 'benchmark',
  group: 'yours',
  summary:
    'Run an agent at ClawBench or ClawMark: a real checkout, or our own tasks of their layouts. Or read results of others.',
  usage: 'clawbench|clawmark|harbor',
  examples: [
    'repro benchmark clawbench --agent oracle',
    'repro benchmark clawbench --agent router:bm25',
    'repro benchmark clawbench --dir ~/claw-bench --agent http:http://localhost:3000 --tasks "db-*" --allow-task-code',
    'repro benchmark clawmark --dir ~/ClawMark --allow-task-code --json',
    'repro benchmark clawbench --agent oracle --export summary',
    'repro benchmark harbor --import jobs/my-job',
  ],
  options: {
    dir: { type: 'string', value: '<checkout>', help: 'run this checkout in place of our own tasks' },
    agent: {
      type: 'string',
      value: '<agent>',
      help: 'nothing (unless said), oracle (the solutions), http:<url> (agent protocol of claw-bench), router:<id> (chooses a card, whose solution is run)',
    },
    tasks: {
      type: 'string',
      value: '<pattern,...>',
      help: 'only tasks whose id or <domain>/<folder> fits; * is any text',
    },
    workers: { type: 'string', value: '<n>', help: 'trials at one time; all cores unless said' },
    attempts: { type: 'string', value: '<n>', help: 'attempts at each task; 1 unless said' },
    out: { type: 'string', value: '<folder>', help: 'where trials are kept, and found again by a later run' },
    verifier: { type: 'string', value: '<id>', help: 'pytest or node; for clawmark clawmark-driver or node' },
    weights: {
      type: 'string',
      value: '<id>',
      help: 'the score of the table by domain: flat (unless said) or declared',
    },
    python: { type: 'string', value: '<path>', help: 'the interpreter; the first that has pytest unless said' },
    gate: {
      type: 'string',
      value: '<folder>',
      help: 'results of the oracle at the same tasks: only what it passes counts',
    },
    floor: { type: 'string', value: '<folder>', help: 'results of doing nothing at the same tasks' },
    import: {
      type: 'string',
      value: '<file>',
      help: 'read published results in place of a run: a result file of ClawBench, a result.json of ClawMark or of a trial of Harbor, or a folder of either; --agent then says whose',
    },
    export: {
      type: 'string',
      value: '<format>',
      help: "write upstream's own file beside the trials: summary, leaderboard or submit; for clawmark result",
    },
    'allow-task-code': { type: 'boolean', help: 'code of the checkout may run with your rights' },
  },
  json: 'lawbook/benchmark@1',
  exits: {
    4: 'a planned trial is not accounted for',
    5: 'a file is missing, the disk is full or the agent cannot be reached',
    130: 'interrupted: the same command goes on from there',
  },
  async run({ root, positionals, options, output }) {
    const file = wantedFile({ positionals, options })
    if (file !== null) return await readResults(file, output)
    const wanted = wantedOf({ positionals, options }, availableParallelism())
    checkLeave(wanted)
    const checkout = await openCheckout(root, wanted)
    const tasks = chooseTasks(checkout.tasks, wanted.tasks)
    const agent = await agentOf(wanted.agent, checkout)
    const out = wanted.out ?? resultsFolder(root, wanted)
    await claimFolder(out, checkout, wanted)
    const planned = checkout.plan(tasks, agent)
    const { trials, kept } = await runPlanned(planned, { out, workers: wanted.workers, output, name: wanted.benchmark })
    await agent.close()
    const { librarySize } = agent
    const oracle = agent.id === 'oracle' ? trials : await besides('oracle', { named: wanted.gate, out, checkout })
    const nothing = agent.id === 'nothing' ? trials : await besides('nothing', { named: wanted.floor, out, checkout })
    const format = wanted.exported
    const exported = format === null ? null : await exportTrials(trials, { format, out, agent: agent.id })
    const summary = summaryOf({
      ...{ checkout, tasks, agent: agent.id, librarySize, attempts: wanted.attempts, kept, trials, oracle, nothing },
      ...{ results: shown(out), exported: exported === null ? null : { ...exported, path: shown(exported.path) } },
    })
    if (output.json) output.document('lawbook/benchmark@1', summary)
    for (const line of [...benchmarkText(summary, wanted.weights), ...endsText(trials)]) output.print(line)
    output.print(`trials lie in ${shown(out)}; ${elapsed()}`)
    return 0
  },
} satisfies Command

/** Results of others, in the same table and document. Nothing is run, so that no leave is needed. */
async function readResults(file: WantedFile, output: Output): Promise<number> {
  const summary = await importedSummary(file, shown(file.path))
  if (output.json) output.document('lawbook/benchmark@1', summary)
  for (const line of benchmarkText(summary, file.weights)) output.print(line)
  return 0
}

type Running = {
  readonly out: string
  readonly workers: number
  readonly output: Output
  readonly name: string
}

/** Run what the folder does not have as scored. The trials of the plan, and how many of them were kept. */
async function runPlanned(planned: readonly PlannedTrial[], { out, workers, output, name }: Running) {
  const ledger = await openLedger(out)
  for (const repair of ledger.repairs) output.note(repair)
  const kept = planned.filter((one) => ledger.isScored(one)).length
  if (kept > 0) output.note(`${count(kept, 'trial')} of ${planned.length} scored before and kept`)
  if (kept < planned.length) output.note(containmentWords())
  const drawing = drawProgress(output, false)
  const about = { owner: name, task: 'benchmark' }
  const { signal, close } = untilInterrupted()
  let isWhole = false
  try {
    drawing.show({ ...about, kind: 'begin', cached: false })
    await runTrials(planned, {
      ...{ workers, ledger, signal, allowTaskCode: true },
      onProgress: ({ done, total, last }) =>
        drawing.show({ ...about, kind: 'progress', done, total, label: `${done}/${total} ${last?.trial.task ?? ''}` }),
    })
    isWhole = true
  } catch (thrown) {
    goOn(thrown, out)
  } finally {
    close()
    await drawing.end(isWhole)
    await ledger.close()
  }
  const keys = new Set(planned.map(keyOf))
  return { trials: ledger.trials().filter((trial) => keys.has(keyOf(trial))), kept }
}

const keyOf = ({ task, agent, attempt }: Pick<PlannedTrial, 'task' | 'agent' | 'attempt'>): string =>
  JSON.stringify([task, agent, attempt])

function goOn(thrown: unknown, out: string): never {
  const error = asLawbookError(thrown)
  if (error.code !== 'LB_INTERRUPTED') throw error
  return fail('LB_INTERRUPTED', `${error.message} in ${shown(out)}: type the same command again to go on`)
}

/** A path as people read it: from here where it lies below. */
function shown(path: string): string {
  const from = relative(process.cwd(), path)
  return from === '' || from.startsWith('..') ? path : from
}
