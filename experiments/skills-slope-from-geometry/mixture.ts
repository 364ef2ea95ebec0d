/** The kinds of a mixture of product binomials: rates[c · bins + k] of kind c in bin k, and weights[c], its share. */
export type Mixture = { readonly rates: Float64Array; readonly weights: Float64Array }

/**
 * Row u of `data` has, at u · 2 bins, its trials in each bin and behind them its successes: a row's logarithm of the
 * likelihood is then one inner product.
 */
export type Cells = { readonly rows: number; readonly bins: number; readonly data: Float64Array }

/** What a maximisation step needs: trials and successes of each kind, laid out as a row of cells, and rows by kind. */
type Sums = { readonly rows: number; readonly data: Float64Array; readonly kinds: Float64Array }

/** A row that is of a kind with less than this probability is none of it. */
const negligible = 1e-12
const leastLog = Math.log(negligible)

/** Some rows of a table of trials and successes, close together in memory. */
export function pack(
  { bins, counts, beats }: { readonly bins: number; readonly counts: Float64Array; readonly beats: Float64Array },
  rows: readonly number[],
): Cells {
  const data = new Float64Array(rows.length * 2 * bins)
  rows.forEach((i, u) => {
    data.set(counts.subarray(i * bins, (i + 1) * bins), 2 * u * bins)
    data.set(beats.subarray(i * bins, (i + 1) * bins), (2 * u + 1) * bins)
  })
  return { rows: rows.length, bins, data }
}

export function emptySums({ rows, bins }: Cells, kinds: number): Sums {
  return { rows, data: new Float64Array(kinds * 2 * bins), kinds: new Float64Array(kinds) }
}

/**
 * One pass over the rows: the probability of each kind given what beat (`posterior`, rows x kinds, overwritten), and
 * from it the sums of the maximisation step. Returns by how much a probability has moved at most.
 */
export function step(cells: Cells, mixture: Mixture, posterior: Float64Array, sums: Sums): number {
  const { rows, bins, data } = cells
  const width = 2 * bins
  const kinds = mixture.weights.length
  const logs = logarithms(mixture, bins)
  const share = mixture.weights.map((weight) => Math.log(Math.max(weight, 1e-300)))
  const score = new Float64Array(kinds)
  let moved = 0
  for (let u = 0; u < rows; u++) {
    for (let c = 0; c < kinds; c++) {
      // Two sums that need not wait for each other.
      let lost = share[c]!
      let won = 0
      for (let k = 0, at = u * width, of = c * width; k < bins; k++, at++, of++) {
        lost += data[at]! * logs[of]!
        won += data[at + bins]! * logs[of + bins]!
      }
      score[c] = lost + won
    }
    normalise(score)
    for (let c = 0; c < kinds; c++) {
      moved = Math.max(moved, Math.abs(score[c]! - posterior[u * kinds + c]!))
      posterior[u * kinds + c] = score[c]!
    }
    addRow(cells, u, score, sums)
  }
  return moved
}

/** The factors of trials and of successes: n ln(1 - p) + r (ln p - ln(1 - p)), laid out as a row of cells. */
function logarithms({ rates, weights }: Mixture, bins: number): Float64Array {
  const logs = new Float64Array(weights.length * 2 * bins)
  for (let c = 0; c < weights.length; c++)
    for (let k = 0; k < bins; k++) {
      const p = rates[c * bins + k]!
      logs[2 * c * bins + k] = Math.log1p(-p)
      logs[(2 * c + 1) * bins + k] = Math.log(p) - Math.log1p(-p)
    }
  return logs
}

/** From logarithms to probabilities. */
function normalise(score: Float64Array): void {
  let best = score[0]!
  for (let c = 1; c < score.length; c++) if (score[c]! > best) best = score[c]!
  let total = 0
  for (let c = 0; c < score.length; c++) {
    const below = score[c]! - best
    total += score[c] = below < leastLog ? 0 : Math.exp(below)
  }
  for (let c = 0; c < score.length; c++) score[c]! /= total
}

function addRow({ bins, data }: Cells, u: number, kindOf: Float64Array, sums: Sums): void {
  const width = 2 * bins
  for (let c = 0; c < kindOf.length; c++) {
    const w = kindOf[c]!
    sums.kinds[c]! += w
    if (w < negligible) continue
    for (let j = 0, at = u * width, of = c * width; j < width; j++) sums.data[of + j]! += w * data[at + j]!
  }
}

/**
 * The maximisation step: a rate is successes over trials, drawn to the common shape, scaled to the kind, as by `prior`
 * trials.
 */
export function maximised(
  { rows, data, kinds: inKind }: Sums,
  { shape, prior }: { readonly shape: Float64Array; readonly prior: number },
): Mixture {
  const [kinds, bins] = [inKind.length, shape.length]
  const rates = new Float64Array(kinds * bins)
  for (let c = 0; c < kinds; c++) {
    const counts = data.subarray(2 * c * bins, (2 * c + 1) * bins)
    const beats = data.subarray((2 * c + 1) * bins, (2 * c + 2) * bins)
    let [won, expected] = [0, 1e-9]
    for (let k = 0; k < bins; k++) {
      won += beats[k]!
      expected += shape[k]! * counts[k]!
    }
    for (let k = 0; k < bins; k++) {
      const drawnTo = clamp((shape[k]! * won) / expected)
      rates[c * bins + k] = clamp((beats[k]! + prior * drawnTo) / (counts[k]! + prior))
    }
  }
  return { rates, weights: inKind.map((w) => w / rows) }
}

/** Where a fit starts: equal groups by overall rate, ties by row, nine tenths of each row in its group. */
export function grouped(cells: Cells, kinds: number, posterior: Float64Array): Sums {
  const { rows, bins, data } = cells
  const half = (start: number): number => data.subarray(start, start + bins).reduce((sum, x) => sum + x, 0)
  const rate = Float64Array.from({ length: rows }, (_, u) => {
    return half((2 * u + 1) * bins) / Math.max(1, half(2 * u * bins))
  })
  posterior.fill(0.1 / kinds)
  const order = Array.from(rate.keys()).sort((a, b) => rate[a]! - rate[b]! || a - b)
  for (const [place, u] of order.entries()) posterior[u * kinds + Math.floor((place * kinds) / rows)]! += 0.9
  const sums = emptySums(cells, kinds)
  for (let u = 0; u < rows; u++) addRow(cells, u, posterior.subarray(u * kinds, (u + 1) * kinds), sums)
  return sums
}

function clamp(p: number): number {
  return Math.min(1 - 1e-7, Math.max(1e-7, p))
}
