import type { PointwiseRouter } from '@lawbook/routers'
import type { AuditLibrary } from '../auditLibrary.ts'
import type { PlannedEdit, SeenReport } from '../report.ts'
import type { Trial } from './asked.ts'

/** What a reader of a plan has to know of it. */
export function notesOf({
  library,
  seen,
  room,
  trial,
  routers,
  edits,
}: {
  readonly library: AuditLibrary
  readonly seen: SeenReport
  readonly room: number
  readonly trial: Trial
  readonly routers: readonly PointwiseRouter[]
  readonly edits: readonly PlannedEdit[]
}): string[] {
  return [...copies(library), ...grounds(trial, routers, edits), ...single(trial), ...full(seen, room)]
}

const named = 5
function copies({ copies }: AuditLibrary): string[] {
  if (copies.length === 0) return []
  const ids = copies.slice(0, named).map(({ id }) => id)
  const rest = copies.length > named ? ` and ${copies.length - named} more` : ''
  return [`remove the exact copies first, which count once here: ${ids.join(', ')}${rest}`]
}

function grounds(
  { basis, requests, given }: Trial,
  routers: readonly PointwiseRouter[],
  edits: readonly PlannedEdit[],
): string[] {
  const proven = edits.some(({ gain }) => gain !== null)
  const asked = `gains are those of local routers (${routers.map(({ id }) => id).join(', ')}) on ${basis === 'requests' ? 'requests' : 'probes made from bodies'} that did not choose the edit; no language model was asked`
  return [
    ...(proven ? [asked] : []),
    ...(proven
      ? ['all together is measured with the edits as they were chosen, before those were left out that did not help']
      : []),
    ...(basis === 'probes'
      ? [
          'no request names the right skill, so no words are added to any description: words of a body cannot be tried on probes from that body',
        ]
      : []),
    ...(given > requests.length
      ? [`of ${given} requests ${requests.length} were asked, those of the most confused skills first`]
      : []),
    ...(edits.some(({ evidence }) => evidence === 'lexical only')
      ? ['"lexical only": no request shows what the edit brings; it follows from the words alone']
      : []),
  ]
}

/** Words of a skill's only request could not be tried on another one. */
function single({ basis, requests }: Trial): string[] {
  if (basis === 'probes') return []
  const halves = new Map<string, Set<number>>()
  for (const { skill, half } of requests)
    if (skill !== null) halves.set(skill, (halves.get(skill) ?? new Set()).add(half))
  const alone = [...halves.values()].filter(({ size }) => size === 1).length
  if (alone === 0) return []
  return [
    `${alone} of ${halves.size} skills with requests have only one: words of it cannot be tried on another, so none are added; write a second one`,
  ]
}

function full({ budgetChars }: SeenReport, room: number): string[] {
  return room > 0 || budgetChars === null
    ? []
    : ['the listing takes its whole budget, so the plan adds no more characters than it takes out']
}
