import { join } from 'node:path'
import { absentAsNull, byCodeUnit, type Code, codes, readJson } from '@lawbook/base'
import { type ErrorRecord, validate } from '@lawbook/schemas'
import type { Output } from './output.ts'
import { packageIds } from './workspace.ts'

/** A task that failed, and why: from its `error.json`, or by what is known where it left none. */
export type Failure = Pick<ErrorRecord, 'experiment' | 'task' | 'message' | 'stack'> & { readonly code: Code }

/** Why the tasks of a run failed, one entry a task, sorted by owner. Records of packages that did not fail are older. */
export async function collectFailures(root: string, failed: ReadonlySet<string>): Promise<Failure[]> {
  const owners = new Set([...failed].map((name) => name.split('#')[0]))
  const failures: Failure[] = []
  for (const kind of ['datasets', 'experiments'] as const) {
    for (const id of await packageIds(root, kind)) {
      if (!owners.has(id)) continue
      const record = await readRecord(join(root, kind, id, 'results', 'error.json'))
      if (record !== null)
        failures.push({ ...record, code: Object.hasOwn(codes, record.code) ? (record.code as Code) : 'LB_EXPERIMENT' })
    }
  }
  const explained = new Set(failures.map(({ experiment, task }) => `${experiment}#${task}`))
  for (const name of failed) {
    if (explained.has(name)) continue
    const [experiment = '', task = ''] = name.split('#')
    const message = `the task ${task} of ${experiment} ended without saying why: it may have been killed or run out of memory; run it alone with --verbose`
    failures.push({ experiment, task: task as Failure['task'], code: 'LB_EXPERIMENT', message })
  }
  return failures.sort((a, b) => byCodeUnit(`${a.experiment}#${a.task}`, `${b.experiment}#${b.task}`))
}

/** The exit code of a run with failures: data (5) before books (4) before everything else; 0 for none. */
export function failureExit(failures: readonly Failure[]): number {
  const exits = failures.map(({ code }) => codes[code].exit)
  return [5, 4].find((exit) => exits.some((found) => found === exit)) ?? (failures.length > 0 ? 1 : 0)
}

/** Every cause, each with its code, on stderr. */
export function printFailures(output: Output, failures: readonly Failure[], verbose: boolean): void {
  for (const { experiment, task, code, message, stack } of failures) {
    output.note(`${output.style('red', 'failed')} ${experiment} (${task}): ${message}`)
    output.note(`  ${code}; ${codes[code].fix}`)
    if (verbose && stack !== undefined) output.note(stack)
  }
}

async function readRecord(path: string): Promise<ErrorRecord | null> {
  const record = await absentAsNull(readJson(path))
  return record === null ? null : validate('lawbook/error@1', record, path)
}
