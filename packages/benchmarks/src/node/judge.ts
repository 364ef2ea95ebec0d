import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Check } from '../result.ts'
import { said } from '../said.ts'
import type { Verified } from '../verified.ts'
import { writtenText } from '../written.ts'
import { runScript } from './child.ts'

/** What a `node` verifier is to look at, and how long it may take. All paths are absolute. */
export type Judged = {
  /** The task's verifier/check.ts. */
  readonly check: string
  readonly before: string
  readonly after: string
  /** The one folder that the verifier may write to; `before` and `after` need not lie in it. */
  readonly scratch: string
  readonly seconds: number
  readonly signal: AbortSignal
}

/** Run a `node` verifier in a child process. One that hangs, crashes or exports something else has no checks. */
export async function judge({ check, before, after, scratch, seconds, signal }: Judged): Promise<Verified> {
  const answer = join(scratch, 'checks.json')
  await rm(answer, { force: true })
  const args = [check, before, after, answer]
  const end = await runScript({ script: 'harness.ts', args, cwd: scratch, scratch, seconds, signal })
  const broken = (reason: string): Verified => ({ checks: null, reasons: [reason], seconds: end.seconds })
  if (end.killedBy === 'time') return broken(`the verifier did not end within ${seconds} s`)
  if (end.killedBy === 'output') return broken('the verifier printed more than it may')
  if (end.killedBy === 'signal') return broken('it was interrupted')
  const checks = await readChecks(answer)
  if (checks === null) return broken(`the verifier gave no report: ${errorIn(end.output, [after, before, scratch])}`)
  if (checks.length === 0) return broken('the verifier has no tests')
  const folders = [after, before, scratch]
  return {
    checks: checks.map((one) => ({ ...one, detail: said(one.detail, folders) })),
    reasons: [],
    seconds: end.seconds,
  }
}

async function readChecks(path: string): Promise<Check[] | null> {
  try {
    const answer: unknown = JSON.parse((await writtenText(path)) ?? '')
    return Array.isArray(answer) ? (answer as Check[]) : null
  } catch {
    return null
  }
}

/** The line that names an error, or else the last one. */
function errorIn(output: string, folders: readonly string[]): string {
  const lines = output.split('\n').filter((line) => line.trim() !== '')
  return said(lines.find((line) => /^\w*Error\b/.test(line)) ?? lines.at(-1) ?? 'it printed nothing', folders)
}
