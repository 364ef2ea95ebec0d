import { fail, nearMisses } from '@lawbook/base'
import type { ExperimentEntry, RegisteredClaim, Registry } from './registry.ts'

/**
 * The claims that a text names: the one with this id, those with this ref (`H4` may name several), or the one whose id
 * ends in it. Throws LB_USAGE with near misses, or with the candidates where a tail is not unique.
 */
export function findClaim(registry: Registry, text: string): RegisteredClaim[] {
  const exact = registry.claims.filter(({ id }) => id === text)
  if (exact.length > 0) return exact
  const byRef = registry.claims.filter(({ ref }) => ref.toLowerCase() === text.toLowerCase())
  if (byRef.length > 0) return byRef
  const words = registry.claims.flatMap(({ id, ref }) => [id, id.slice(id.indexOf('/') + 1), ref])
  return [byTail(registry.claims, text, 'claim', words)]
}

/** The experiment with this id, or the one whose id ends in the text. Throws LB_USAGE like `findClaim`. */
export function findExperiment(registry: Registry, text: string): ExperimentEntry {
  const exact = registry.experiments.find(({ id }) => id === text)
  const ids = registry.experiments.map(({ id }) => id)
  return exact ?? byTail(registry.experiments, text, 'experiment', ids)
}

/** A tail begins where a word of the id begins: "r2" and "routing-r2" are tails of "skill-laws/routing-r2", "2" is not. */
function byTail<T extends { id: string }>(
  items: readonly T[],
  text: string,
  what: string,
  words: readonly string[],
): T {
  const found = text === '' ? [] : items.filter(({ id }) => id.endsWith(`-${text}`) || id.endsWith(`/${text}`))
  const [first, second] = found
  if (first !== undefined && second === undefined) return first
  if (first !== undefined) {
    const ids = found.map(({ id }) => id)
    fail('LB_USAGE', `"${text}" is the end of several ${what} ids: ${ids.join(', ')}; give more of one`)
  }
  const near = nearMisses(text, [...new Set(words)])
  const hint = near.length === 0 ? '`repro list` shows them' : `did you mean ${near.join(', ')}?`
  return fail('LB_USAGE', `there is no ${what} "${text}"; ${hint}`)
}
