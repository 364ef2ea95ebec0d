import type { PointwiseRouter } from '@lawbook/routers'
import type { AuditLibrary } from '../auditLibrary.ts'
import { sayCount, sayWhole } from '../counted.ts'
import type { PlannedEdit, SeenReport } from '../report.ts'
import type { Trial } from './asked.ts'
import { budgetNotes } from './budgetNote.ts'

/** What a reader of a plan has to know of it. */
export function notesOf({
  library,
  seen,
  excess,
  trial,
  routers,
  edits,
}: {
  readonly library: AuditLibrary
  readonly seen: SeenReport
  readonly excess: number | null
  readonly trial: Trial
  readonly routers: readonly PointwiseRouter[]
  readonly edits: readonly PlannedEdit[]
}): string[] {
  return [
    ...copies(library),
    ...(edits.length === 0 ? [nothing(trial)] : []),
    ...grounds(trial, routers, edits),
    ...single(trial),
    ...budgetNotes(library.skills, seen, excess),
  ]
}

const togetherMeans =
  'all together: what each half of them chose, at most ten edits, measured on the other half, edits included that did not help there and are not listed'

const named = 5
function copies({ copies }: AuditLibrary): string[] {
  if (copies.length === 0) return []
  const ids = copies.slice(0, named).map(({ id }) => id)
  const rest = copies.length > named ? ` and ${sayWhole(copies.length - named)} more` : ''
  const which = copies.length === 1 ? 'copy first, which counts' : 'copies first, which count'
  return [`remove the exact ${which} once here: ${ids.join(', ')}${rest}`]
}

/** Why a plan is empty. */
const nothing = (trial: Trial): string =>
  `nothing that helps was found: none of the edits that were tried made half of one ${nounOf(trial)} more right that did not choose it`

const nounOf = ({ basis }: Trial): string => (basis === 'requests' ? 'request' : 'probe')

function grounds(trial: Trial, routers: readonly PointwiseRouter[], edits: readonly PlannedEdit[]): string[] {
  const { basis, requests, given } = trial
  const proven = edits.some(({ gain }) => gain !== null)
  const asked = `gains are those of local routers (${routers.map(({ id }) => id).join(', ')}) on ${basis === 'requests' ? 'requests' : 'probes made from bodies'} that did not choose the edit; no language model was asked`
  return [
    ...(proven ? [asked, togetherMeans] : []),
    ...(basis === 'probes'
      ? [
          'no request names the right skill, so no words are added to any description: words of a body cannot be tried on probes from that body',
        ]
      : []),
    ...(given > requests.length
      ? [
          `of ${sayCount(given, nounOf(trial))} ${sayWhole(requests.length)} ${requests.length === 1 ? 'was' : 'were'} asked, those of the most confused skills first`,
        ]
      : []),
    ...(edits.some(({ evidence }) => evidence === 'lexical only')
      ? [`"lexical only": no ${nounOf(trial)} shows what the edit brings; it follows from the words alone`]
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
    `${sayWhole(alone)} of ${sayCount(halves.size, 'skill')} with requests ${alone === 1 ? 'has' : 'have'} only one: words of it cannot be tried on another, so none are added; write a second one`,
  ]
}
