import { metrics, type Trial } from '@lawbook/benchmarks'
import { columns, count, sayNumber } from '../say.ts'
import type { Exported } from './export.ts'
import type { Messages } from './markFiles.ts'
import type { Counts, Summary } from './summary.ts'

const titles = { clawbench: 'ClawBench', clawmark: 'ClawMark', harbor: 'Harbor' } as const
/** Reasons and groups that are listed before the rest is left to --json. */
const most = 10

/** A run, or what a published file says of one, for people: a table by domain, then every metric by its full name, then the gate and the floor. */
export function benchmarkText(summary: Summary, weights: 'flat' | 'declared'): string[] {
  return [
    heading(summary),
    '',
    ...columns(
      [head(weights), ...summary.counts.domains.map((row) => cells(row.domain ?? '–', row, weights))],
      [1, 2, 3, 4, 5, 6],
    ),
    '',
    `strict: ${metrics.strict}; upstream: ${metrics.upstream}; score: ${metrics[weights]}; checks: ${metrics.checks}`,
    '',
    ...inAll('in all', summary.counts.overall),
    ...unscored(summary),
    ...problems(summary),
    ...(summary.read === null ? [...gateText(summary), ...floorText(summary)] : readText(summary.read)),
    ...(summary.run.exported === null ? [] : exportedText(summary.run.exported)),
  ]
}

function heading({ benchmark, tasks, run, read, counts }: Summary): string {
  const { agent, attempts, librarySize } = run
  if (read !== null)
    return `${titles[benchmark]} (${run.results}): ${count(read.tasks, 'task')}, ${count(counts.overall.planned, 'trial')}, agent ${agent ?? 'not said'}`
  const at = tasks.commit === null ? `tasks ${tasks.hash?.slice(0, 12)}` : `commit ${tasks.commit.slice(0, 12)}`
  const whose = tasks.own ? 'our own tasks of its layout' : at
  const cards = librarySize === null ? '' : ` with ${count(librarySize, 'card')}`
  return `${titles[benchmark]} (${whose}): ${count(tasks.planned ?? 0, 'task')}, agent ${agent}${cards}, ${count(attempts ?? 0, 'attempt')} each`
}

const head = (weights: string): string[] => [
  ...['domain', 'planned', 'scored', 'strict', 'upstream', `score (${weights})`, 'checks'],
]

function cells(name: string, tally: Counts, weights: 'flat' | 'declared'): string[] {
  const { planned, scored, strictPasses, upstreamPasses, checks, checksPassed } = tally
  const mean = weights === 'flat' ? tally.meanFlat : tally.meanDeclared
  return [
    ...[name, sayNumber(planned), sayNumber(scored), sayNumber(strictPasses), sayNumber(upstreamPasses)],
    ...[score(mean), checks === null ? '–' : `${sayNumber(checksPassed)}/${sayNumber(checks)}`],
  ]
}

function inAll(title: string, tally: Counts): string[] {
  const { planned, scored, notScored, strictPasses, upstreamPasses, checks, checksPassed } = tally
  const others = Object.entries(notScored).map(([status, n]) => `${status} ${n}`)
  return [
    `${title}: ${sayNumber(planned)} planned, ${sayNumber(scored)} scored, ${sayNumber(planned - scored)} not scored${others.length === 0 ? '' : ` (${others.join(', ')})`}`,
    `  ${metrics.strict}: ${share(strictPasses, scored)}`,
    `  ${metrics.upstream}: ${share(upstreamPasses, scored)}`,
    `  ${metrics.flat}: ${score(tally.meanFlat)}`,
    `  ${metrics.declared}: ${score(tally.meanDeclared)}`,
    `  ${metrics.checks}: ${share(checksPassed, checks)}`,
  ]
}

function unscored({ counts: { notScored } }: Summary): string[] {
  if (notScored.length === 0) return []
  const lines = notScored.map(
    ({ task, status, reasons }) => `  ${task}: ${status}, ${reasons.at(-1) ?? 'nobody says why'}`,
  )
  return ['not scored, and in no rate:', ...listed(lines)]
}

function problems({ tasks: { problems: all } }: Summary): string[] {
  return all.length === 0
    ? []
    : [`${count(all.length, 'task')} with something that upstream passes over; --json lists it`]
}

function gateText({ gate, run, tasks, benchmark }: Summary): string[] {
  if (gate === null && benchmark === 'clawmark' && !tasks.own)
    return ['which tasks can be passed here cannot be known: ClawMark publishes no solutions']
  if (gate === null)
    return [
      'which tasks can be passed here is not known: run the same with --agent oracle, or name its results with --gate',
    ]
  const title = `among the ${sayNumber(gate.counted)} of ${count(gate.asked, 'task')} that the oracle passes here`
  const groups = gate.groups.map(({ group, tasks }) => `  ${group}: ${count(tasks, 'task')}`)
  const missing = (tasks.planned ?? 0) - gate.asked
  return [
    '',
    ...(run.agent === 'oracle' ? [] : inAll(title, gate.overall)),
    ...(missing === 0 ? [] : [`the oracle was not asked at ${count(missing, 'task')}, which this leaves out`]),
    ...(groups.length === 0 ? [] : ['left out, because the oracle does not pass:', ...listed(groups)]),
  ]
}

function floorText({ floor, run }: Summary): string[] {
  if (run.agent === 'nothing') return []
  if (floor === null)
    return [
      'what doing nothing gives here is not known: run the same with --agent nothing, or name its results with --floor',
    ]
  return [
    '',
    ...inAll('doing nothing at the same tasks', floor.overall),
    ...(floor.gated === null ? [] : inAll('doing nothing at those that the oracle passes', floor.gated)),
  ]
}

/** How the turns of an agent ended that did not all complete, with what the first of them said: a broken agent scores like a bad one. */
export function endsText(trials: readonly Trial[]): string[] {
  const scored = trials.filter(({ status }) => status === 'scored')
  const broken = scored.filter(({ agentEnd }) => agentEnd !== 'completed')
  const [first] = broken
  if (first === undefined) return []
  const failed = broken.filter(({ agentEnd }) => agentEnd === 'failed').length
  const ends = `completed ${scored.length - broken.length}, failed ${failed}, out of time ${broken.length - failed}`
  return [
    `how the agent ended: ${ends}; what it left was judged all the same`,
    `  the first that did not complete: ${first.task}, ${first.reasons[0] ?? 'nobody says why'}`,
  ]
}

/** What stands in no published file, and what its reader has to say. */
function readText({ notes, messages }: NonNullable<Summary['read']>): string[] {
  return [
    'a dash is what the file does not say. Neither does it say which tasks can be passed, nor what doing nothing gives',
    ...(messages === null ? [] : [messagesText(messages)]),
    ...(notes.length === 0 ? [] : ['about what was read:', ...listed(notes.map((note) => `  ${note}`))]),
  ]
}

function messagesText({ sessions, turns, answers, toolCalls, tokens }: Messages): string {
  const said =
    tokens === null ? 'tokens not said' : `${sayNumber(tokens.input)} tokens in and ${sayNumber(tokens.output)} out`
  return `messages.jsonl of ${count(sessions, 'trial')}: ${count(turns, 'turn')}, ${count(answers, 'answer')}, ${count(toolCalls, 'tool call')}, ${said}`
}

function exportedText({ path, files, notes }: Exported): string[] {
  return [
    '',
    `${count(files, 'file')} for upstream in ${path}, which cannot hold all:`,
    ...notes.map((note) => `  ${note}`),
  ]
}

function listed(lines: readonly string[]): string[] {
  const rest = lines.length - most
  return rest <= 0 ? [...lines] : [...lines.slice(0, most), `  and ${sayNumber(rest)} more; --json lists them`]
}

const score = (value: number | null): string => (value === null ? '–' : value.toFixed(3))

/** "12 of 318 (3.8 %)"; nothing is no share of anything. */
function share(n: number | null, of: number | null): string {
  if (n === null || of === null) return '– (not said)'
  return `${sayNumber(n)} of ${sayNumber(of)}${of === 0 ? '' : ` (${((100 * n) / of).toFixed(1)} %)`}`
}
