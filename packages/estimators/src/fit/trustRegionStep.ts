/** Work space of `stepWithin` for up to p parameters. */
export type StepWork = {
  /** m x m: the factor of the damped problem. */
  readonly factor: Float64Array
  readonly rotated: Float64Array
  readonly row: Float64Array
  readonly newton: Float64Array
  readonly step: Float64Array
}

export function stepWork(p: number): StepWork {
  const vector = (): Float64Array => new Float64Array(p)
  return { factor: new Float64Array(p * p), rotated: vector(), row: vector(), newton: vector(), step: vector() }
}

type Triangle = { r: Float64Array; c: Float64Array; scale: Float64Array; m: number }

/**
 * The step s that minimises |R s - c|^2 with |D s| within about a tenth of `radius` (More 1978; his Newton iteration on
 * the length of the step, started from the damping of the step before). R is m x m upper triangular in the leading rows
 * of a row-major array of row length m, c = Q'r, D the diagonal `scale`. Writes s into `work.step`; returns the damping
 * lambda that it took, 0 for the Gauss-Newton step.
 */
export function stepWithin(radius: number, lambda: number, triangle: Triangle, work: StepWork): number {
  const { scale, m } = triangle
  const { step } = work
  const determined = solveDamped(0, triangle, work)
  let length = determined ? scaledLength(step, scale, m) : Number.POSITIVE_INFINITY
  if (length <= 1.1 * radius) return 0
  // phi(lambda) = |D s| - radius falls with lambda; its root is bracketed before Newton's method is trusted.
  let low = determined ? (length - radius) / radius / slopeOf(length, triangle, work) : 0
  let high = scaledGradient(triangle) / radius
  if (!(high > 0)) high = Number.MIN_VALUE / Math.min(radius, 0.1)
  let damping = Math.min(Math.max(lambda, low), high)
  if (damping === 0) damping = Math.max(1e-3 * high, Number.MIN_VALUE)
  for (let iteration = 0; iteration < 12; iteration++) {
    solveDamped(damping, triangle, work)
    length = scaledLength(step, scale, m)
    const excess = length - radius
    if (Math.abs(excess) <= 0.1 * radius || length === 0) break
    const correction = excess / radius / slopeOf(length, triangle, work)
    if (excess > 0) low = Math.max(low, damping)
    else high = Math.min(high, damping)
    damping = Math.max(low, damping + correction, 1e-3 * high)
  }
  return damping
}

/** Solve min |R s - c|^2 + lambda |D s|^2 by Givens rotations. False where the triangle has no inverse. */
function solveDamped(lambda: number, { r, c, scale, m }: Triangle, work: StepWork): boolean {
  const { factor, rotated, row, step } = work
  for (let i = 0; i < m; i++) {
    rotated[i] = c[i]!
    for (let j = i; j < m; j++) factor[i * m + j] = r[i * m + j]!
  }
  if (lambda > 0) {
    const root = Math.sqrt(lambda)
    for (let k = 0; k < m; k++) {
      row.fill(0, k, m)
      row[k] = root * scale[k]!
      let rest = 0
      for (let i = k; i < m; i++) {
        if (row[i] === 0) continue
        const a = factor[i * m + i]!
        const b = row[i]!
        const h = Math.sqrt(a * a + b * b)
        const [cos, sin] = [a / h, b / h]
        for (let j = i; j < m; j++) {
          const above = factor[i * m + j]!
          factor[i * m + j] = cos * above + sin * row[j]!
          row[j] = cos * row[j]! - sin * above
        }
        const above = rotated[i]!
        rotated[i] = cos * above + sin * rest
        rest = cos * rest - sin * above
      }
    }
  }
  for (let i = m - 1; i >= 0; i--) {
    let sum = rotated[i]!
    for (let j = i + 1; j < m; j++) sum -= factor[i * m + j]! * step[j]!
    step[i] = sum / factor[i * m + i]!
    if (!Number.isFinite(step[i]!)) return false
  }
  return true
}

/** -phi'(lambda): |S^-T (D^2 s / |D s|)|^2 with S the factor of the damped problem that was solved last. */
function slopeOf(length: number, { scale, m }: Triangle, { factor, newton, step }: StepWork): number {
  let sum = 0
  for (let i = 0; i < m; i++) {
    let value = (scale[i]! * scale[i]! * step[i]!) / length
    for (let j = 0; j < i; j++) value -= factor[j * m + i]! * newton[j]!
    newton[i] = value / factor[i * m + i]!
    sum += newton[i]! * newton[i]!
  }
  return sum
}

/** |D^-1 R'c|. */
function scaledGradient({ r, c, scale, m }: Triangle): number {
  let sum = 0
  for (let j = 0; j < m; j++) {
    let value = 0
    for (let i = 0; i <= j; i++) value += r[i * m + j]! * c[i]!
    value /= scale[j]!
    sum += value * value
  }
  return Math.sqrt(sum)
}

function scaledLength(step: Float64Array, scale: Float64Array, m: number): number {
  let sum = 0
  for (let j = 0; j < m; j++) sum += scale[j]! * step[j]! * (scale[j]! * step[j]!)
  return Math.sqrt(sum)
}
