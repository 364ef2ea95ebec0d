import { hash32, mix32 } from '@lawbook/base'
import { words } from '@lawbook/skills'

const hashes = 16
const width = 5
/** Where half of the shingles are in common 8 of 16 hashes are equal on average, fewer than 4 in one of a hundred pairs. */
const fewest = 4
/** How many earlier bodies are kept for a hash, and how many candidates are worth a comparison. */
const [keep, most] = [20, 5]

/**
 * For each body, earlier bodies that may have half of their shingles of five words in common, the likeliest first: those
 * with at least 4 of 16 min-wise hashes equal (Broder 1997). Of many bodies with one hash the first 20 are looked at, so
 * work and memory grow with the number of bodies, not of pairs. A body without words is like none.
 */
export function alikeBodies(bodies: readonly string[]): number[][] {
  const earlier = new Map<string, number[]>()
  return bodies.map((body, at) => {
    const equal = new Map<number, number>()
    for (const hash of sketchOf(body)) {
      const others = earlier.get(hash) ?? []
      for (const other of others) equal.set(other, (equal.get(other) ?? 0) + 1)
      if (others.length < keep) earlier.set(hash, [...others, at])
    }
    return [...equal]
      .filter(([, count]) => count >= fewest)
      .sort((a, b) => b[1] - a[1] || a[0] - b[0])
      .slice(0, most)
      .map(([other]) => other)
  })
}

/** The smallest of each of 16 hashes of a body's shingles, each with the number of its hash; none without words. */
function sketchOf(body: string): string[] {
  const all = words(body)
  const smallest = new Uint32Array(hashes).fill(0xffffffff)
  const last = Math.max(0, all.length - width)
  for (let i = 0; i <= last && all.length > 0; i++) {
    const shingle = hash32(all.slice(i, i + width).join(' '))
    for (let h = 0; h < hashes; h++) smallest[h] = Math.min(smallest[h]!, mix32(shingle ^ Math.imul(h + 1, 0x9e3779b1)))
  }
  return all.length === 0 ? [] : [...smallest].map((hash, h) => `${h} ${hash}`)
}
