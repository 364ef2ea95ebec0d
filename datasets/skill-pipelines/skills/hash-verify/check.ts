import { digestOf, listedIn } from '../../checks/checksums.ts'
import { judgeProduced, type Step, sourcesOf, textOf } from '../../checks/step.ts'

const algorithms: Readonly<Record<number, string>> = { 32: 'md5', 40: 'sha1', 64: 'sha256', 128: 'sha512' }

/**
 * Every listed file has exactly one line with its name and OK or FAILED, as its bytes deserve; no other file has one. The
 * numbers of other lines count what they say: files that are fine, files that are not, or all of them.
 */
export default function check(step: Step): string[] {
  const list = sourcesOf(step, ['.txt']).find((name) => listedIn(textOf(step.before, name)).length > 0)
  if (list === undefined) return ['there was no checksum list to verify']
  const wanted = new Map(
    listedIn(textOf(step.before, list)).map(({ name, digest }) => [name, holds(step, list, name, digest)]),
  )
  return judgeProduced(step, [], (product) => {
    const verdicts = verdictsIn(textOf(step.after, product))
    const said = new Map(verdicts)
    const wrong = [...wanted].find(([name, fine]) => said.get(name) !== fine)
    if (wrong !== undefined)
      return [`${product} does not say that ${wrong[0]} is ${wrong[1] ? 'fine' : 'not what was listed'}`]
    const extra = [...said.keys()].find((name) => !wanted.has(name))
    if (extra !== undefined) return [`${product} speaks of ${extra}, which is not listed`]
    if (verdicts.length > said.size) return [`${product} says something of the same file twice`]
    return againstCounts(textOf(step.after, product), [...wanted.values()]).map((reason) => `${product} ${reason}`)
  })
}

function holds(step: Step, list: string, name: string, digest: string): boolean {
  const beside = list.includes('/') ? `${list.slice(0, list.lastIndexOf('/'))}/${name}` : name
  const bytes = step.before.get(name) ?? step.before.get(beside)
  const algorithm = algorithms[digest.length]
  return bytes !== undefined && algorithm !== undefined && digestOf(bytes, algorithm) === digest
}

/** Lines `name: OK`, `name,FAILED (missing)` or `OK  name`. */
function verdictsIn(text: string): [string, boolean][] {
  return text.split('\n').flatMap((line): [string, boolean][] => {
    const [, name, verdict] = /^(.+?)"?\s*[:,;|\t]\s*"?(ok|failed|missing)\b/i.exec(line.trim()) ?? []
    const [, first, after] = /^(ok|failed|missing)\b[^\w]*\s(.+)$/i.exec(line.trim()) ?? []
    const file = name ?? after
    return file === undefined ? [] : [[file.replace(/^"|^\.\//, ''), (verdict ?? first)!.toLowerCase() === 'ok']]
  })
}

/** Each number outside the verdicts, told by the words up to the next one: a count of all, of fine or of other files. */
function againstCounts(text: string, states: readonly boolean[]): string[] {
  const fine = states.filter((state) => state).length
  const counts = { all: states.length, fine, not: states.length - fine }
  const others = text.split('\n').filter((line) => verdictsIn(line).length === 0)
  return others.flatMap((line) =>
    [...line.matchAll(/(?<![\w.-])(\d+)(?![\w.%-])([^\d]*)/g)].flatMap(([, number, words]) => {
      const allowed = /not|fail|bad|wrong|chang|differ|mismatch|missing/i.test(words!)
        ? [counts.not]
        : /fine|ok|good|pass|match|intact/i.test(words!)
          ? [counts.fine]
          : Object.values(counts)
      return allowed.includes(Number(number)) ? [] : [`counts ${number} where it should be ${allowed.join(' or ')}`]
    }),
  )
}
