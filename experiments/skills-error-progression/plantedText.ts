import { type Stream, streamsOf } from '@lawbook/base'
import type { SkillRequests } from '@lawbook/skill-requests'
import { type Library, libraryOf, type Request, type Skill } from '@lawbook/skills'
import type { ErrorClass } from './classes.ts'

/** Which class stands in front, behind it, and in the rear of those that beat the right skill; `shuffled`: no order. */
const orders = {
  progression: ['capture', 'drift', 'local'],
  reversed: ['local', 'drift', 'capture'],
  shuffled: null,
} as const satisfies Record<string, readonly ErrorClass[] | null>

const domains = 14
/** The skills that compete with everybody: black holes, where there is an order. */
const hubs = [7, 211, 433]
/** The share of needs whose beaters stand in the planted order. */
const inOrder = 0.75
/** Beaters of one need by class. */
const beaters = { local: 6, drift: 6, capture: 1 }

/**
 * A text library whose real lexical routers come to a planted order of wrong picks. A need has four invented words. The
 * right skill has the first; the class in the rear has two of them, the next three, the class in front all four: one
 * more shared word counts for more than any difference in length, since descriptions are padded to one length with
 * words of their own. A quarter of the needs have another order. Local beaters share the right skill's domain, drift
 * ones do not, and capture is one of three skills for every need. With `shuffled` beaters are any skills, in any order.
 * `packageOf` never falls.
 */
export function plantedLibrary(
  order: keyof typeof orders,
  packageOf: Int32Array,
  needs = 450,
): { readonly library: Library; readonly requests: SkillRequests } {
  const stream = streamsOf('planted-progression')(order)
  const skills = packageOf.length
  const word = wordMaker()
  const words: string[][] = Array.from(packageOf, () => [])
  const domainOf = (j: number): number => (j * 5) % domains
  const targets = stream
    .sample(skills, needs + hubs.length)
    .filter((j) => !hubs.includes(j))
    .slice(0, needs)
  const texts = Array.from(targets, (target) => {
    const own = [word(), word(), word(), word()]
    words[target]!.push(own[0]!)
    for (const [j, shared] of beatersOf(order, target, skills, domainOf, stream))
      words[j]!.push(...own.slice(0, shared))
    return { direct: own.join(' '), situated: [word(), ...own, word()].join(' ') }
  })
  const length = Math.max(...words.map((list) => list.length))
  const library = libraryOf(
    words.map((list, j): Skill => {
      while (list.length < length) list.push(word())
      const owner = `planted-${String(packageOf[j]!).padStart(4, '0')}`
      const id = `${owner}@1.0.0:skills/${String(j).padStart(5, '0')}/SKILL.md`
      const description = stream.shuffle(list).join(' ')
      return { id, name: word(), description, body: '', package: owner, licence: 'MIT', tags: [] }
    }),
  )
  const requests = Array.from(targets).flatMap((target, i) =>
    (['direct', 'situated'] as const).map((wording): Request => {
      const id = `need-${String(i).padStart(5, '0')}-${wording}`
      const domain = `domain-${domainOf(target)}`
      return { id, skill: library.skills[target]!.id, wording, domain, abstract: false, text: texts[i]![wording] }
    }),
  )
  const by = (family: (j: number) => string) => new Map(library.skills.map(({ id }, j) => [id, family(j)]))
  return {
    library,
    requests: {
      requests,
      split: Object.fromEntries(library.skills.map(({ id }, j) => [id, j % 2 === 0 ? 'test' : 'calibration'] as const)),
      families: {
        domain: by((j) => `domain-${domainOf(j)}`),
        package: by((j) => library.skills[j]!.package),
        similarity: by((j) => `near-${j % 200}`),
        authors: by((j) => library.skills[j]!.name),
      },
      planned: requests.length,
      excluded: {},
    },
  }
}

/** The skills that beat the right one, each with how many of the need's words it shares. */
function beatersOf(
  order: keyof typeof orders,
  target: number,
  skills: number,
  domainOf: (j: number) => number,
  stream: Stream,
): [number, number][] {
  const any = Array.from(stream.sample(skills, skills)).filter((j) => j !== target)
  const front = orders[order]
  const count = beaters.local + beaters.drift + beaters.capture
  if (front === null) return any.slice(0, count).map((j) => [j, 2 + stream.integer(3)])
  const plain = any.filter((j) => !hubs.includes(j))
  const local = plain.filter((j) => domainOf(j) === domainOf(target)).slice(0, beaters.local)
  const drift = plain.filter((j) => domainOf(j) !== domainOf(target)).slice(0, beaters.drift)
  const capture = [hubs[stream.integer(hubs.length)]!]
  const members = { local, drift, capture }
  // Now and then in another order: a class that never wins the full library could not be seen there.
  const places = stream.uniform() < inOrder ? [4, 3, 2] : stream.shuffle([4, 3, 2])
  return front.flatMap((name, place) => members[name].map((j): [number, number] => [j, places[place]!]))
}

/** Words of letters only, no two alike, none of which stemming shortens to another. */
function wordMaker(): () => string {
  let made = 0
  return () => {
    let [rest, text] = [made++, '']
    for (let k = 0; k < 5; k++) {
      text += 'bcdfghjklmnpqrtvwxz'[rest % 19]! + 'aou'[k % 3]!
      rest = Math.floor(rest / 19)
    }
    return `${text}k`
  }
}
