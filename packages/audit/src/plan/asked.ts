import { byCodeUnit, hash32 } from '@lawbook/base'
import { type Library, type Request, words } from '@lawbook/skills'
import type { AuditRequest } from '../auditLibrary.ts'
import type { ConfusedReport } from '../report.ts'

export type Half = 0 | 1

/**
 * A request with the half that it is in, and the half of that half. `right` is the index of the right skill; -1: none
 * is right.
 */
export type Asked = AuditRequest & { readonly right: number; readonly half: Half; readonly quarter: Half }

/** What a plan is tried on. */
export type Trial = {
  readonly basis: 'requests' | 'probes'
  readonly requests: readonly Asked[]
  /** How many there were before the most that a plan asks. */
  readonly given: number
}

/**
 * Few enough to ask again and again: 1,500 of a thousand skills or more, of a smaller library up to five times as many.
 */
const mostAsked = (skills: number): number => Math.min(10_000, Math.max(1500, Math.floor(2_000_000 / skills)))

/**
 * The user's requests that name skills of the library or none, else the probes from bodies, in two halves: the requests of
 * every skill fall into the halves by turns, in the order of the hashes of their texts, equal texts into one. What one
 * half chose can so be measured on the other. Of more than `mostAsked` those of the skills that are confused most come
 * first, two of each skill at a time.
 */
export function trialOf(
  { skills }: Library,
  requests: readonly AuditRequest[] | null,
  probes: readonly Request[],
  { pairs }: Pick<ConfusedReport, 'pairs'>,
): Trial {
  const index = new Map(skills.map(({ id }, i) => [id, i]))
  const known = (requests ?? []).filter(({ skill }) => skill === null || index.has(skill))
  const usable = known.some(({ skill }) => skill !== null)
  const rows = usable ? known : probes.map((probe) => ({ ...probe, acceptable: [] }))
  const groups = new Map<string, AuditRequest[]>()
  for (const { id, text, skill, acceptable } of rows) {
    const group = skill ?? ''
    groups.set(group, [...(groups.get(group) ?? []), { id, text, skill, acceptable }])
  }
  const halved = [...groups].map(([group, own]) => halves(group, own, index))
  const rank = new Map<string, number>()
  for (const { a, b } of pairs) for (const id of [a, b]) if (!rank.has(id)) rank.set(id, rank.size)
  const place = (own: readonly Asked[]): number => rank.get(own[0]!.skill ?? '') ?? Number.POSITIVE_INFINITY
  halved.sort((a, b) => compare(place(a), place(b)) || byCodeUnit(a[0]!.skill ?? '', b[0]!.skill ?? ''))
  return {
    basis: usable ? 'requests' : 'probes',
    requests: firstOf(halved, mostAsked(skills.length)),
    given: rows.length,
  }
}

const compare = (a: number, b: number): number => (a === b ? 0 : a - b)

function halves(group: string, own: readonly AuditRequest[], index: ReadonlyMap<string, number>): Asked[] {
  const texts = new Map(own.map((request) => [request, words(request.text).join(' ')]))
  const order = [...new Set(texts.values())].sort((a, b) => hash32(a) - hash32(b) || byCodeUnit(a, b))
  const first = hash32(group) % 2
  const turns = new Map(order.map((text, i) => [text, first + i]))
  return [...own]
    .sort((a, b) => order.indexOf(texts.get(a)!) - order.indexOf(texts.get(b)!))
    .map((request) => {
      const turn = turns.get(texts.get(request)!)!
      const right = request.skill === null ? -1 : index.get(request.skill)!
      return { ...request, right, half: (turn % 2) as Half, quarter: (Math.floor(turn / 2) % 2) as Half }
    })
}

/** Two of each group by turns, up to the most. */
function firstOf(groups: readonly (readonly Asked[])[], most: number): Asked[] {
  const taken: Asked[] = []
  for (let at = 0; groups.some((own) => own.length > at); at += 2)
    for (const own of groups) {
      if (taken.length >= most) return taken
      taken.push(...own.slice(at, at + 2))
    }
  return taken
}
