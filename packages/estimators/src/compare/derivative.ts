/** A derivative and the size of its error, both in units of f per unit of s. */
export type Derivative = { readonly value: number; readonly error: number }

const levels = 6

/**
 * The derivative of a smooth function f at s by differences of steps h, h / 2, ... extrapolated to h = 0 (Richardson
 * 1911; the table of Romberg 1955): central where s - h and s + h lie in [from, to], else one-sided. Steps of 0.1, and
 * a quarter each time that the last two extrapolations differ by more than 1e-10 of the value, down to 0.0001; the
 * estimate with the smallest such difference, its `error`, is returned. At a kink the error is large: look at it. It is
 * infinite where f is not finite or no step fits between `from` and `to`.
 */
export function derivative(f: (s: number) => number, s: number, from: number, to: number): Derivative {
  let best: Derivative = { value: 0, error: Number.POSITIVE_INFINITY }
  for (let h = 0.1; h > 5e-5; h /= 4) {
    const below = s - h >= from
    const above = s + h <= to
    if (!below && !above) continue
    const estimate = extrapolated(
      (step) => (f(above ? s + step : s) - f(below ? s - step : s)) / (above && below ? 2 * step : step),
      h,
      // The error of a central difference has even powers of h only.
      above && below ? 4 : 2,
    )
    if (estimate.error < best.error) best = estimate
    if (best.error <= 1e-10 * Math.abs(best.value)) break
  }
  return best
}

/** The limit of difference(h) for h to 0, when halving h divides the terms of its error by ratio, ratio^2, ... */
function extrapolated(difference: (h: number) => number, h: number, ratio: number): Derivative {
  let row: number[] = []
  let before = Number.POSITIVE_INFINITY
  let step = h
  for (let level = 0; level < levels; level++, step /= 2) {
    const next = [difference(step)]
    let power = ratio
    for (const coarser of row) {
      const finer = next.at(-1)!
      next.push(finer + (finer - coarser) / (power - 1))
      power *= ratio
    }
    if (level > 0) before = row.at(-1)!
    row = next
  }
  const value = row.at(-1)!
  const error = Math.abs(value - before)
  return Number.isFinite(error) ? { value, error } : { value: 0, error: Number.POSITIVE_INFINITY }
}
