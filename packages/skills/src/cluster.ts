/**
 * Average-linkage clustering of n things: the two clusters with the highest mean similarity between their members are
 * merged while that mean is at least `threshold`. Returns the lowest member index of each thing's cluster. By
 * Lance-Williams updates over nearest-neighbour chains (F. Murtagh, The Computer Journal 26(4), 1983), O(n²); equal
 * similarities go to the lower index, so the result is a function of the matrix alone.
 */
export function averageLinkage(similarity: Float64Array, n: number, threshold: number): Int32Array {
  const s = Float64Array.from(similarity)
  const size = new Int32Array(n).fill(1)
  const parent = Int32Array.from({ length: n }, (_, i) => i)
  const active = new Set(parent)
  const nearest = (i: number, preferred: number): number => {
    let best = preferred
    for (const j of active) if (j !== i && (best === -1 || s[i * n + j]! > s[i * n + best]!)) best = j
    return best
  }
  const chain: number[] = []
  while (active.size > 1) {
    if (chain.length === 0) chain.push(Math.min(...active))
    const top = chain.at(-1)!
    const below = chain.at(-2) ?? -1
    const next = nearest(top, below)
    if (s[top * n + next]! < threshold) {
      // Nothing joins `top` any more: means never exceed their parts, so merging others cannot bring it nearer.
      active.delete(top)
      chain.pop()
    } else if (next === below) {
      merge(s, n, size, active, Math.min(top, below), Math.max(top, below))
      parent[Math.max(top, below)] = Math.min(top, below)
      chain.length -= 2
    } else {
      chain.push(next)
    }
  }
  return parent.map((_, i) => root(parent, i))
}

/** Cluster `b` joins `a`: its similarity to every other is the mean over members. */
function merge(s: Float64Array, n: number, size: Int32Array, active: Set<number>, a: number, b: number): void {
  active.delete(b)
  for (const k of active) {
    if (k === a) continue
    const mean = (size[a]! * s[a * n + k]! + size[b]! * s[b * n + k]!) / (size[a]! + size[b]!)
    s[a * n + k] = mean
    s[k * n + a] = mean
  }
  size[a]! += size[b]!
}

function root(parent: Int32Array, i: number): number {
  let at = i
  while (parent[at] !== at) at = parent[at]!
  return at
}
