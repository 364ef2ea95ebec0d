import { type Skill, words } from '@lawbook/skills'

const width = 5
const enough = 0.5

/**
 * Whether two skills tell an agent to do the same work: the shingles of five words of their bodies overlap by at least
 * half (Jaccard; Broder 1997). Listings do not count: they are what edits change. Bodies with fewer words than a
 * shingle are compared whole.
 */
export function sameWork(a: Pick<Skill, 'body'>, b: Pick<Skill, 'body'>): boolean {
  const [first, second] = [shingles(a.body), shingles(b.body)]
  let common = 0
  for (const shingle of first) if (second.has(shingle)) common++
  return common > 0 && common >= enough * (first.size + second.size - common)
}

function shingles(body: string): Set<string> {
  const all = words(body)
  if (all.length < width) return new Set(all.length === 0 ? [] : [all.join(' ')])
  return new Set(Array.from({ length: all.length - width + 1 }, (_, i) => all.slice(i, i + width).join(' ')))
}
