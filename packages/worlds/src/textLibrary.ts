import { fail, type Stream } from '@lawbook/base'
import { type Library, libraryOf, type Request, type Skill } from '@lawbook/skills'
import type { PlantedRank } from './rankLaw.ts'
import { inventedWords } from './words.ts'

/** A need planted in a text library: its right skill and where that skill shall stand. */
export type Need = { readonly target: number; readonly rank: PlantedRank }

/** A library of invented words and requests for it: two wordings of each need, in the order of the needs. */
export type TextLibrary = {
  readonly library: Library
  readonly requests: Request[]
  /** Row i: the skills that beat the right one in request i. */
  readonly beaters: Int32Array[]
}

/**
 * A library in which real lexical routers come to the planted ranks. Each need has two invented words u and v. Its
 * right skill's description has u; each of `rank.beaten` skills, drawn at random, has u and v; no other skill has
 * either; an unreachable right skill has neither. Both requests of the need have u and v, the situated one among words
 * that no skill has. So a beater scores more than the right skill wherever a second shared word counts for more than
 * the difference in document length: descriptions are padded to one length with words of their own, at least as many as
 * planted ones, so that vector norms differ by less than a factor sqrt(2) while the beater's inner product is at least
 * twice as large (v is rarer than u).
 *
 * `packages` is the package of each skill (`unequalPackages`), never falling. Throws LB_DOMAIN where it falls, or where
 * a need names a skill that does not exist or more beaters than there are competitors.
 */
export function textLibrary(packages: Int32Array, needs: readonly Need[], stream: Stream): TextLibrary {
  const skills = packages.length
  const word = inventedWords(stream)
  const planted: string[][] = Array.from(packages, () => [])
  const beaters: Int32Array[] = []
  const texts = needs.map(({ target, rank }) => {
    if (!(target >= 0 && target < skills) || rank.beaten >= skills)
      fail('LB_DOMAIN', `cannot plant ${rank.beaten} beaters of skill ${target} in a library of ${skills} skills`)
    const [u, v] = [word(), word()]
    const above = stream.sample(skills - 1, rank.beaten).map((j) => (j < target ? j : j + 1))
    if (rank.targetMatched) planted[target]!.push(u)
    for (const j of above) planted[j]!.push(u, v)
    beaters.push(above, above)
    return { direct: `${u} ${v}`, situated: [word(), word(), v, word(), u, word()].join(' ') }
  })

  const length = 2 * Math.max(4, ...planted.map((words) => words.length))
  const library = libraryOf(
    planted.map((words, j) => {
      while (words.length < length) words.push(word())
      return plantedSkill(j, packages[j]!, word(), stream.shuffle(words).join(' '))
    }),
  )
  if (packages.some((g, j) => j > 0 && g < packages[j - 1]!))
    fail('LB_DOMAIN', 'the packages of the skills must never fall; `unequalPackages` gives such')
  const requests = needs.flatMap(({ target }, i) =>
    (['direct', 'situated'] as const).map(
      (wording): Request => ({
        id: `need-${String(i).padStart(5, '0')}-${wording}`,
        skill: library.skills[target]!.id,
        wording,
        domain: `domain-${packages[target]! % 14}`,
        abstract: false,
        text: texts[i]![wording],
      }),
    ),
  )
  return { library, requests, beaters }
}

/** A skill whose id sorts by its number within packages sorted by theirs. */
function plantedSkill(j: number, group: number, name: string, description: string): Skill {
  const owner = `planted-${String(group).padStart(4, '0')}`
  const id = `${owner}@1.0.0:skills/${String(j).padStart(5, '0')}/SKILL.md`
  return { id, name, description, body: '', package: owner, licence: 'MIT', tags: [] }
}
