import { fail, type Stream } from '@lawbook/base'

/**
 * The statistic of the data as they are, its p-value, and how it was found: `exact` from all `arrangements` (the
 * observed one among them), or from that many random ones.
 */
export type PermutationTest = { observed: number; p: number; exact: boolean; arrangements: number }

/**
 * A permutation test. `labels` holds a number a row, and `statistic` is evaluated on the labels as they are and
 * permuted:
 *
 *   two (or more) samples: labels = the sample of each row, 0 or 1, and the statistic compares the rows by label;
 *   pairing of x and y:    labels = 0, 1, .., n - 1, and the statistic takes y[labels[i]] beside x[i].
 *
 * p is the share of arrangements whose statistic is at least the observed one; for a two-sided test give an absolute
 * value. A statistic within 1e-12 of the largest one counts as reaching the observed one. When the distinct
 * arrangements number at most `draws`, all are tried and p is exact; else p = (1 + hits) / (1 + draws) over random
 * ones, so that under the null P(p <= alpha) <= alpha (Phipson and Smyth 2010).
 *
 * With `blocks` (an index a row) labels move only inside a block. With `clusters` (an index a row) the rows of a
 * cluster move as a whole: each cluster takes the labels of another in the order of rows. Clusters that exchange
 * labels must then have equal sizes, unless every cluster holds a single label, as in a cluster-randomised trial. A
 * cluster lies inside a block.
 *
 * The array given to `statistic` is reused: it must be neither kept nor changed. Throws LB_FIT when lengths differ,
 * there are no rows, a cluster spans blocks, or sizes differ as said; LB_DOMAIN unless `draws` is a positive integer;
 * LB_NOT_FINITE when the statistic is not finite.
 */
export function permutationTest({
  labels,
  statistic,
  draws,
  stream,
  blocks,
  clusters,
}: {
  labels: Int32Array
  statistic: (labels: Int32Array) => number
  draws: number
  stream: Stream
  blocks?: Int32Array
  clusters?: Int32Array
}): PermutationTest {
  checkDraws(draws)
  if (labels.length === 0) fail('LB_FIT', 'no rows to permute; give at least one')
  const { segments, write } = design(labels, blocks, clusters)
  const permuted = labels.slice()
  const value = (): number => {
    const found = statistic(permuted)
    if (!Number.isFinite(found)) fail('LB_NOT_FINITE', `the statistic is ${found} on an arrangement of the labels`)
    return found
  }
  const observed = value()
  // What rounding may take from a statistic is known only when the largest has been seen.
  const found: number[] = []
  const tryArrangement = (): void => {
    write(permuted)
    found.push(value())
  }
  const hits = (): number => {
    const largest = found.reduce((most, one) => Math.max(most, Math.abs(one)), Math.abs(observed))
    return found.reduce((count, one) => (one >= observed - 1e-12 * largest ? count + 1 : count), 0)
  }

  const arrangements = countArrangements(segments, draws)
  if (arrangements !== null) {
    for (const segment of segments) segment.sort()
    do tryArrangement()
    while (segments.some(nextArrangement))
    return { observed, p: hits() / arrangements, exact: true, arrangements }
  }
  for (let b = 0; b < draws; b++) {
    for (const segment of segments) stream.shuffle(segment)
    tryArrangement()
  }
  return { observed, p: (1 + hits()) / (1 + draws), exact: false, arrangements: draws }
}

/** Refuse a number of draws that is not a positive integer (LB_DOMAIN). */
export function checkDraws(draws: number): void {
  if (!Number.isInteger(draws) || draws < 1)
    fail('LB_DOMAIN', `cannot make ${draws} draws; their number must be an integer of at least 1`)
}

/** What moves as one (a row, or the rows of a cluster). */
type Unit = { readonly rows: number[]; readonly block: number }

/**
 * The units of each block as a segment to be permuted: an entry says whose labels the unit in that place takes. Units
 * with the same label share an entry, so that arrangements that differ only in name are not counted twice. `write`
 * puts the labels that the segments now stand for into an array of rows.
 */
function design(
  labels: Int32Array,
  blocks: Int32Array | undefined,
  clusters: Int32Array | undefined,
): { segments: Int32Array[]; write: (permuted: Int32Array) => void } {
  const units = unitsOf(labels.length, blocks, clusters)
  const single = units.every(({ rows }) => rows.every((row) => labels[row] === labels[rows[0]!]))
  const holders = new Map<number, number>()
  for (const [u, { rows }] of units.entries()) if (!holders.has(labels[rows[0]!]!)) holders.set(labels[rows[0]!]!, u)
  const donors = Int32Array.from(units, ({ rows }, u) => (single ? holders.get(labels[rows[0]!]!)! : u))

  const segments: Int32Array[] = []
  for (let start = 0, end = 0; start < units.length; start = end) {
    while (end < units.length && units[end]!.block === units[start]!.block) end++
    if (!single) checkEqualSizes(units.slice(start, end))
    segments.push(donors.subarray(start, end))
  }
  const write = (permuted: Int32Array): void => {
    for (let u = 0; u < units.length; u++) {
      const { rows } = units[u]!
      const from = units[donors[u]!]!.rows
      for (let k = 0; k < rows.length; k++) permuted[rows[k]!] = labels[from[single ? 0 : k]!]!
    }
  }
  return { segments, write }
}

/** Rows, or clusters of rows, ordered by block. */
function unitsOf(n: number, blocks: Int32Array | undefined, clusters: Int32Array | undefined): Unit[] {
  for (const [what, index] of [['block', blocks] as const, ['cluster', clusters] as const])
    if (index !== undefined && index.length !== n)
      fail('LB_FIT', `${n} labels came with ${index.length} ${what} indices; give as many of each`)
  const units = new Map<number, Unit>()
  for (let row = 0; row < n; row++) {
    const id = clusters === undefined ? row : clusters[row]!
    const block = blocks === undefined ? 0 : blocks[row]!
    const unit = units.get(id)
    if (unit === undefined) units.set(id, { rows: [row], block })
    else if (unit.block === block) unit.rows.push(row)
    else fail('LB_FIT', `cluster ${id} has rows in blocks ${unit.block} and ${block}; a cluster must lie in one block`)
  }
  return [...units.values()].sort((a, b) => a.block - b.block)
}

function checkEqualSizes(units: readonly Unit[]): void {
  const size = units[0]!.rows.length
  const other = units.find(({ rows }) => rows.length !== size)
  if (other !== undefined)
    fail(
      'LB_FIT',
      `clusters of ${size} and ${other.rows.length} rows cannot exchange labels; give equal sizes, or one label each`,
    )
}

/**
 * The number of distinct arrangements of all segments, a product of multinomial coefficients; null above `limit`,
 * where counting stops.
 */
function countArrangements(segments: readonly Int32Array[], limit: number): number | null {
  let count = 1
  for (const segment of segments) {
    const sizes = new Map<number, number>()
    for (const entry of segment) sizes.set(entry, (sizes.get(entry) ?? 0) + 1)
    let placed = 0
    for (const size of sizes.values()) {
      placed += size
      // C(placed, size), built up so that every step is a whole number and none is smaller than the one before.
      const few = Math.min(size, placed - size)
      let ways = 1
      for (let k = 1; k <= few; k++) {
        ways = (ways * (placed - few + k)) / k
        if (count * ways > limit) return null
      }
      count *= ways
    }
  }
  return count
}

/**
 * Put the next distinct arrangement of the same entries, in lexicographic order, in place (Narayana's method). After
 * the last it restores the first, sorted one and returns false.
 */
function nextArrangement(entries: Int32Array): boolean {
  let i = entries.length - 2
  while (i >= 0 && entries[i]! >= entries[i + 1]!) i--
  if (i < 0) {
    entries.reverse()
    return false
  }
  let j = entries.length - 1
  while (entries[j]! <= entries[i]!) j--
  const held = entries[i]!
  entries[i] = entries[j]!
  entries[j] = held
  entries.subarray(i + 1).reverse()
  return true
}
