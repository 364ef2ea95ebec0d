import { byCodeUnit } from '@lawbook/base'
import type { PointwiseRouter } from '@lawbook/routers'
import { exposed, type Library, tokens } from '@lawbook/skills'
import { likeness, vectorsOf, wordsByStem } from './likeness.ts'

/** Two skills by number, a before b, of which several routers take one for the other. */
export type Collision = {
  readonly a: number
  readonly b: number
  readonly agree: number
  readonly similarity: number
  readonly words: readonly string[]
}

const among = 2
const enough = 2
const mostWords = 8
const fewestShared = 3
/** So alike that it does not matter on how many words. */
const veryAlike = 0.5

/**
 * Pairs of skills that routers of at least two kinds name among each other's 2 nearest, and whose listings are more
 * alike than `floor` (`likeByChance`) and share three words, or have a cosine above .5. `nearest[r]` are the lists of
 * router r (`nearestOthers`) for this library. The pairs on which most kinds agree come first, the more alike before the
 * less; a single kind of routers is enough where there is no other. `words` leaves single characters out. Chosen on the
 * calibration half of the skill requests: of the 210 pairs of its 570 skills, requests really mix up 35 % (any of the
 * four routers takes one for the other), of the 224 most alike pairs 27 %, of all pairs 1.4 %, of the 14 pairs that
 * share two words and are left out none.
 */
export function collisions(
  library: Library,
  routers: readonly PointwiseRouter[],
  nearest: readonly (readonly Int32Array[])[],
  floor: number,
): Collision[] {
  const texts = library.skills.map(exposed)
  const vectors = vectorsOf(texts.map(tokens))
  const needed = Math.min(enough, new Set(routers.map(({ kin }) => kin)).size)
  return [...agreements(routers, nearest)]
    .filter(([, kinds]) => kinds.size >= needed)
    .flatMap(([pair, kinds]) => {
      const [a, b] = [Math.floor(pair / texts.length), pair % texts.length]
      const { cosine, shared } = likeness(vectors, a, b)
      if (cosine <= floor || (shared.length < fewestShared && cosine <= veryAlike)) return []
      const word = wordsByStem(texts[a]!)
      const words = shared.map(({ stem }) => word.get(stem) ?? stem).filter(({ length }) => length > 1)
      return [{ a, b, agree: kinds.size, similarity: cosine, words: words.slice(0, mostWords) }]
    })
    .sort((x, y) => y.agree - x.agree || y.similarity - x.similarity || byPlace(x, y, library))
}

/** For each pair, as a n + b, the kinds of routers that name each among the nearest of the other. */
function agreements(
  routers: readonly PointwiseRouter[],
  nearest: readonly (readonly Int32Array[])[],
): Map<number, Set<string>> {
  const pairs = new Map<number, Set<string>>()
  routers.forEach(({ kin }, r) => {
    const lists = nearest[r]!.map((list) => list.subarray(0, among))
    lists.forEach((list, a) => {
      for (const b of list) {
        if (b < a || !lists[b]!.includes(a)) continue
        const pair = a * lists.length + b
        pairs.set(pair, (pairs.get(pair) ?? new Set()).add(kin))
      }
    })
  })
  return pairs
}

const byPlace = (x: Collision, y: Collision, { skills }: Library): number =>
  byCodeUnit(skills[x.a]!.id, skills[y.a]!.id) || byCodeUnit(skills[x.b]!.id, skills[y.b]!.id)
