import { byCodeUnit, sha256 } from '@lawbook/base'

/** A text that gets a vector, under its hash. */
export type Hashed = { readonly sha256: string; readonly text: string }

/** Texts each once, sorted by hash; without the empty one, which has no vector. */
export function hashed(texts: readonly string[]): Hashed[] {
  const distinct = new Set(texts)
  distinct.delete('')
  return [...distinct].map((text) => ({ sha256: sha256(text), text })).sort((a, b) => byCodeUnit(a.sha256, b.sha256))
}

/**
 * Texts that are encoded and cached together: those whose hashes begin with the same two digits. So a text more or less
 * changes one group in 256, and the groups in order are the texts in order.
 */
export function groupsOf(texts: readonly Hashed[]): Hashed[][] {
  const groups = new Map<string, Hashed[]>()
  for (const text of texts) {
    const start = text.sha256.slice(0, 2)
    const group = groups.get(start)
    if (group === undefined) groups.set(start, [text])
    else group.push(text)
  }
  return [...groups.values()]
}
