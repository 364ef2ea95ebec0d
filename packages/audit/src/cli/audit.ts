import { relative, resolve, sep } from 'node:path'
import { codes, writeAtomic } from '@lawbook/base'
import { type AuditOptions, audit } from '../audit.ts'
import type { AuditLibrary } from '../auditLibrary.ts'
import { sayCount } from '../counted.ts'
import { writeFixed } from '../fix/writeFixed.ts'
import { commentOf } from '../render/comment.ts'
import { htmlOf } from '../render/html.ts'
import { jsonOf } from '../render/json.ts'
import { sayLibrary } from '../render/labels.ts'
import { markdownOf } from '../render/markdown.ts'
import { sarifOf } from '../render/sarif.ts'
import { visible } from '../render/say.ts'
import { sayFinding, sayLevels } from '../render/sections/findings.ts'
import { textOf } from '../render/text.ts'
import type { AuditReport } from '../report.ts'
import { type Changed, changesOf, checkGate, usualLock } from './changes.ts'
import type { Command } from './command.ts'
import { type Gathered, gather } from './gather.ts'
import type { Call, Io } from './io.ts'
import { nextStep } from './next.ts'
import { type Progress, progressOn } from './progress.ts'
import { version } from './version.ts'
import { auditOptions, type Wanted, wantedOf } from './wanted.ts'
import { written } from './written.ts'

/** `audit` as data. */
export const auditCommand: Command = {
  name: 'audit',
  summary: 'Say what an agent can see of its skills, which are confused, what comes with more, and what to do first.',
  usage: '[<folder|package|tools.json>]',
  examples: [
    'lawbook audit',
    'lawbook audit skills --requests requests.jsonl --profile codex',
    'lawbook audit skills --requests requests.jsonl --fix fixed-skills',
    'lawbook audit skills --since origin/main --markdown comment.md --sarif audit.sarif',
    'lawbook audit @scope/package --json',
  ],
  options: auditOptions,
  exits: { 3: 'the gate: there is what --fail-on names' },
  run: runAudit,
}

/** Audit a library as the call asks for it, write what it names, print the report. Returns the exit code: 0, or 3. */
export async function runAudit(call: Call): Promise<number> {
  const { io } = call
  const wanted = wantedOf(call)
  const progress = progressOn(io)
  try {
    await checkGate(wanted, io)
    const gathered = await gather(wanted, io, progress)
    const options = watched(gathered.options, progress)
    const made = await audit(gathered.library, options)
    const report = { ...made, notes: [...gathered.notes, ...made.notes] }
    const changed = await changesOf(wanted, report, {
      io,
      audited: (library) => audit(library, { ...options, plan: false }),
    })
    await gathered.save()
    progress.end()
    const shown = printed(wanted, report, changed, io)
    // A file that cannot be written must not take the report with it; a document stays alone on stdout.
    if (!wanted.json) io.out(shown)
    const paths = await writeAll(wanted, report, changed, gathered, io)
    if (!wanted.json && !wanted.quiet) for (const path of paths) io.talk(`wrote ${visible(path)}\n`)
    if (wanted.json) io.out(shown)
    return sayGate(changed, wanted, io)
  } finally {
    progress.end()
  }
}

const doing = {
  ...{ see: 'listing', confuse: 'comparing skills', ask: 'asking requests', picks: 'reading picks' },
  ...{ forecast: 'forecasting', plan: 'trying edits', find: 'collecting findings' },
} as const

const watched = (options: AuditOptions, progress: Progress): AuditOptions => ({
  ...options,
  progress: (stage, done, total) => progress.show(doing[stage], done, total),
})

/** What goes to stdout: the document, the comparison, one line or the report. */
function printed(wanted: Wanted, report: AuditReport, changed: Changed, io: Io): string {
  if (wanted.json) return jsonOf(report, changed.gate)
  const { library } = report
  if (wanted.quiet) return `${visible(library.source)}: ${sayLibrary(library)}, ${sayLevels(report.findings)}\n`
  if (changed.versions !== null) return commentOf(changed.versions)
  const next = nextStep(wanted, report, { locked: changed.gate.against === 'lock' })
  return textOf(report, { top: wanted.top, heading: (title) => io.style('bold', title), next })
}

/** Write the files that a call names; their paths as they were typed. */
async function writeAll(
  wanted: Wanted,
  report: AuditReport,
  changed: Changed,
  { library }: Gathered,
  { cwd, talk }: Io,
): Promise<string[]> {
  const { markdown, sarif, html, fix } = wanted
  const files: [string, string | undefined, () => string][] = [
    ['sarif', sarif, () => sarifOf(report, { version, accepted: changed.gate.accepted, base: baseOf(library, cwd) })],
    ['html', html, () => htmlOf(report)],
    ['markdown', markdown, () => (changed.versions === null ? markdownOf(report) : commentOf(changed.versions))],
  ]
  const all = [...changed.written]
  for (const [option, path, make] of files)
    if (path !== undefined) all.push(await written(option, path, () => writeAtomic(resolve(cwd, path), make())))
  if (fix === undefined) return all
  if (report.plan.edits.length === 0) {
    talk('no edit is known to help: --fix wrote nothing\n')
    return all
  }
  const fixed = () => writeFixed({ library, plan: report.plan, out: resolve(cwd, fix) })
  return [...all, await written('fix', fix, fixed)]
}

/** The way from where the command was called to the audited folder; '' where it leads outside. */
function baseOf({ folder }: AuditLibrary, cwd: string): string {
  if (folder === undefined) return ''
  const way = relative(cwd, folder)
  return way.startsWith('..') ? '' : way.split(sep).join('/')
}

/** Say on stderr why the gate fails. Returns the exit code. */
function sayGate({ gate }: Changed, { top, lock }: Wanted, { talk, style }: Io): number {
  if (!gate.failed) return 0
  const { failing, failOn } = gate
  talk(`${style('red', 'gate')} --fail-on ${failOn}: ${sayCount(failing.length, 'finding')}\n`)
  for (const finding of failing.slice(0, top)) talk(`  ${sayFinding(finding)}\n`)
  if (failing.length > top) talk(`  and ${sayCount(failing.length - top, 'more finding')}\n`)
  const accepted = JSON.stringify({ key: failing[0]!.key, because: '...' })
  talk(`  mend them, or accept one under "accept" in ${visible(lock ?? usualLock)}: ${visible(accepted)}\n`)
  return codes.LB_GATE.exit
}
