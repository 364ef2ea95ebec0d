/**
 * A Householder QR factorisation A = Q R of an n x p matrix, n >= p, kept where A was. Before `factorise`, `packed`
 * holds A row by row; afterwards R stands above its diagonal, the reflectors that make up Q at and below it, the
 * diagonal of R in `diagonal`, and the Euclidean norms of the columns of A in `norms`. `scratch` (p) is work space.
 */
export type Qr = {
  readonly n: number
  readonly p: number
  readonly packed: Float64Array
  readonly diagonal: Float64Array
  readonly norms: Float64Array
  readonly scratch: Float64Array
}

/** Room for a factorisation, to be used as often as wanted: fill `packed` with A, then `factorise`. */
export function qrSpace(n: number, p: number): Qr {
  const vector = (): Float64Array => new Float64Array(p)
  return { n, p, packed: new Float64Array(n * p), diagonal: vector(), norms: vector(), scratch: vector() }
}

/** A column with less than this left is nothing: products of its entries would underflow. */
const smallestSquare = 1e-280

/**
 * Factorise in place by Householder reflections (Golub and Van Loan 2013, Matrix Computations, 5.2). Without pivoting:
 * the columns keep their order, and `dependentColumn` says afterwards whether there is one too many. Allocates nothing.
 */
export function factorise({ n, p, packed, diagonal, norms, scratch }: Qr): void {
  norms.fill(0)
  for (let i = 0; i < n; i++) for (let j = 0; j < p; j++) norms[j]! += packed[i * p + j]! * packed[i * p + j]!
  for (let j = 0; j < p; j++) norms[j] = Math.sqrt(norms[j]!)
  for (let k = 0; k < p; k++) {
    let square = 0
    for (let i = k; i < n; i++) square += packed[i * p + k]! * packed[i * p + k]!
    const head = packed[k * p + k]!
    diagonal[k] = head > 0 ? -Math.sqrt(square) : Math.sqrt(square)
    if (square < smallestSquare) {
      diagonal[k] = 0
      continue
    }
    const pivot = head - diagonal[k]!
    packed[k * p + k] = pivot
    scratch.fill(0)
    for (let i = k; i < n; i++) {
      const v = packed[i * p + k]!
      for (let j = k + 1; j < p; j++) scratch[j]! += v * packed[i * p + j]!
    }
    const scale = 1 / (diagonal[k]! * pivot)
    for (let j = k + 1; j < p; j++) scratch[j]! *= scale
    for (let i = k; i < n; i++) {
      const v = packed[i * p + k]!
      for (let j = k + 1; j < p; j++) packed[i * p + j]! += v * scratch[j]!
    }
  }
}

/**
 * The first column that is a combination of those before it, or null: one whose sine of the angle to their span,
 * |R_kk| / |a_k|, is at most 1e-12. The sine does not change with the units of the columns.
 */
export function dependentColumn({ p, diagonal, norms }: Qr): number | null {
  for (let k = 0; k < p; k++) if (!(Math.abs(diagonal[k]!) > 1e-12 * norms[k]!)) return k
  return null
}

/** Replace b (n) by Q'b: its first p numbers are those that R is solved for, the rest is what A cannot reach. */
export function applyQt(qr: Qr, b: Float64Array): void {
  for (let k = 0; k < qr.p; k++) reflect(qr, k, b)
}

/** Replace b (n) by Q b. */
export function applyQ(qr: Qr, b: Float64Array): void {
  for (let k = qr.p - 1; k >= 0; k--) reflect(qr, k, b)
}

function reflect({ n, p, packed, diagonal }: Qr, k: number, b: Float64Array): void {
  if (diagonal[k] === 0) return
  let dot = 0
  for (let i = k; i < n; i++) dot += packed[i * p + k]! * b[i]!
  dot /= diagonal[k]! * packed[k * p + k]!
  for (let i = k; i < n; i++) b[i]! += dot * packed[i * p + k]!
}

/** Replace the first p numbers of b by the solution x of R x = b. */
export function solveUpper({ p, packed, diagonal }: Qr, b: Float64Array): void {
  for (let k = p - 1; k >= 0; k--) {
    let sum = b[k]!
    for (let j = k + 1; j < p; j++) sum -= packed[k * p + j]! * b[j]!
    b[k] = sum / diagonal[k]!
  }
}

/** Replace the first p numbers of b by the solution x of R'x = b. */
export function solveLower({ p, packed, diagonal }: Qr, b: Float64Array): void {
  for (let k = 0; k < p; k++) {
    let sum = b[k]!
    for (let j = 0; j < k; j++) sum -= packed[j * p + k]! * b[j]!
    b[k] = sum / diagonal[k]!
  }
}

/** Write R, p x p and row by row with zeros below the diagonal, into the first p^2 numbers of `target`. */
export function writeUpper({ p, packed, diagonal }: Qr, target: Float64Array): void {
  for (let k = 0; k < p; k++)
    for (let j = 0; j < p; j++) target[k * p + j] = j < k ? 0 : j === k ? diagonal[k]! : packed[k * p + j]!
}

/**
 * R^-1, p x p and row by row. Its row j is what coefficient j of a least-squares fit is made of: c_j = (R^-1)_j Q'y.
 */
export function inverseUpper(qr: Qr): Float64Array {
  const { p } = qr
  const inverse = new Float64Array(p * p)
  const column = new Float64Array(p)
  for (let j = 0; j < p; j++) {
    column.fill(0)
    column[j] = 1
    solveUpper(qr, column)
    for (let k = 0; k < p; k++) inverse[k * p + j] = column[k]!
  }
  return inverse
}

/** The first p columns of Q, n x p and row by row: an orthonormal basis of what the columns of A span. */
export function thinQ(qr: Qr): Float64Array {
  const { n, p } = qr
  const q = new Float64Array(n * p)
  const column = new Float64Array(n)
  for (let j = 0; j < p; j++) {
    column.fill(0)
    column[j] = 1
    applyQ(qr, column)
    for (let i = 0; i < n; i++) q[i * p + j] = column[i]!
  }
  return q
}
