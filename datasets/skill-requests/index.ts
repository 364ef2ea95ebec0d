import { fileURLToPath } from 'node:url'
import { fail, readText, streamsOf } from '@lawbook/base'
import { defineDataset, fromJsonLines, toJsonLines } from '@lawbook/dataset'
import type { Ledger } from '@lawbook/schemas'
import { skillLibrary } from '@lawbook/skill-library'
import { type Families, familiesOf, type Grouping, type Library, type Request } from '@lawbook/skills'
import { admit } from './admit.ts'
import { type Half, splitSkills } from './splits.ts'

export { admitted, ledgers, type Wording, wordings } from './asked.ts'
export type { Half } from './splits.ts'

/** Requests for the skills of the library, which half each skill is in, and which families. */
export type SkillRequests = {
  /** The requests that may be used, by id. */
  readonly requests: readonly Request[]
  /** The half of every skill of the library: similarity families are whole, domains balanced. */
  readonly split: Readonly<Record<string, Half>>
  readonly families: Families
  /** How many requests were written; planned = requests.length + the sum of `excluded`. */
  readonly planned: number
  readonly excluded: Readonly<Record<string, number>>
}

/** Requests written for this project, two a skill, checked against the built skill library (see README.md). */
export const skillRequests = defineDataset<SkillRequests>({
  id: 'skill-requests',
  url: import.meta.url,
  async build() {
    const path = fileURLToPath(new URL('requests.jsonl', import.meta.url))
    const written = fromJsonLines(await readText(path), path).map((row) => requestOf(row, path))
    const library = await skillLibrary.load()
    const { used, exclusions, ledger } = admit(written, library)
    return {
      'requests.jsonl': toJsonLines(used),
      'excluded.jsonl': toJsonLines(exclusions),
      'ledger.jsonl': toJsonLines([ledger]),
      'skills.jsonl': toJsonLines(skillRows(library, written)),
    }
  },
  async load(read) {
    const rows = async (file: string): Promise<unknown[]> => fromJsonLines(await read(file), file)
    const skills = (await rows('skills.jsonl')) as SkillRow[]
    const [ledger] = (await rows('ledger.jsonl')) as [Ledger]
    return {
      requests: (await rows('requests.jsonl')) as Request[],
      split: Object.fromEntries(skills.map(({ skill, half }) => [skill, half])),
      families: {
        domain: familyMap(skills, 'domain'),
        package: familyMap(skills, 'package'),
        similarity: familyMap(skills, 'similarity'),
        authors: familyMap(skills, 'authors'),
      },
      planned: ledger.planned,
      excluded: Object.fromEntries(ledger.excluded.map(({ reason, n }) => [reason, n])),
    }
  },
})
export default skillRequests

/** One skill with its half and its families; a skill for which nothing was written has no domain. */
type SkillRow = { readonly skill: string; readonly half: Half } & Readonly<Record<Grouping, string | null>>

function skillRows(library: Library, requests: readonly Request[]): SkillRow[] {
  const families = familiesOf(library, requests)
  const halves = splitSkills(families.similarity, families.domain, streamsOf('skill-requests')('split'))
  return library.skills.map(({ id }) => {
    const of = (grouping: Grouping): string | null => families[grouping].get(id) ?? null
    return {
      skill: id,
      half: halves.get(id)!,
      domain: of('domain'),
      package: of('package'),
      similarity: of('similarity'),
      authors: of('authors'),
    }
  })
}

function familyMap(skills: readonly SkillRow[], grouping: Grouping): Map<string, string> {
  return new Map(skills.flatMap((row) => (row[grouping] === null ? [] : [[row.skill, row[grouping]] as const])))
}

/** A row of requests.jsonl as a request, or LB_SCHEMA. */
function requestOf(row: unknown, where: string): Request {
  const { id, skill, wording, domain, abstract, text } = row as Request
  const texts = [id, skill, domain, text].every((value) => typeof value === 'string' && value !== '')
  if (texts && typeof abstract === 'boolean' && (wording === 'direct' || wording === 'situated')) return row as Request
  return fail(
    'LB_SCHEMA',
    `${where} holds a row that is no request: ${JSON.stringify(row)?.slice(0, 120)}; it needs id, skill, domain and text (not empty), wording (direct or situated) and abstract (true or false)`,
  )
}
