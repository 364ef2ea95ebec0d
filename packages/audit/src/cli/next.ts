import type { AuditReport } from '../report.ts'
import { usualLock } from './changes.ts'
import type { Wanted } from './wanted.ts'

/** The closing line of a report: the one thing to type next, the first that has not been done. */
export function nextStep(
  wanted: Wanted,
  { plan, outcomes }: AuditReport,
  { locked }: { readonly locked: boolean },
): string {
  const again = ['lawbook audit', ...(wanted.source === undefined ? [] : [quoted(wanted.source)])]
  if (wanted.profile !== undefined) again.push(`--profile ${quoted(wanted.profile)}`)
  if (wanted.requests !== undefined) again.push(`--requests ${quoted(wanted.requests)}`)
  if (wanted.picks !== undefined) again.push(`--picks ${quoted(wanted.picks)}`)
  const type = (more: string): string => `\`${[...again, more].join(' ')}\``
  if (wanted.baseline)
    return `commit ${wanted.lock ?? usualLock}; ${type(wanted.lock === undefined ? '--fail-on new' : `--lock ${quoted(wanted.lock)} --fail-on new`)} then exits 3 on what is new, and on nothing else`
  if (outcomes === null)
    return `write what people ask into requests.jsonl, one {"text": "...", "skill": "<name>" or null} a line, and type ${type('--requests requests.jsonl')}: gains are then proven on it`
  if (plan.edits.length > 0 && wanted.fix === undefined)
    return `${type('--fix fixed-skills')} writes an edited copy with a diff for each skill`
  if (!locked) return `${type('--baseline')} takes what is found now as known, so that later runs report what is new`
  return `${type('--fail-on new')} in your checks exits 3 on what is new`
}

/** An argument as a shell takes it. */
const quoted = (text: string): string => (/^[\w@%+=:,./~-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`)
