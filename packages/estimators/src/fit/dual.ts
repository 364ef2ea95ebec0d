/**
 * Dual numbers for derivatives: a value with its slopes in each of p parameters (forward mode; Clifford 1873, Wengert
 * 1964). A model written with the functions below gets an exact Jacobian without a formula for it. Slower than a
 * formula: for laws that are fitted thousands of times write the derivatives out.
 */
export type Dual = { readonly value: number; readonly slopes: Float64Array }

/** Parameters of a model: plain numbers are constants. */
export type Term = Dual | number

const none = new Float64Array(0)

function dualOf(term: Term): Dual {
  return typeof term === 'number' ? { value: term, slopes: none } : term
}

/** f(u, v) from its value and its two partial derivatives. */
function combine(value: number, u: Dual, byU: number, v: Dual, byV: number): Dual {
  const longer = u.slopes.length >= v.slopes.length ? u.slopes : v.slopes
  const slopes = longer.map((_, j) => byU * (u.slopes[j] ?? 0) + byV * (v.slopes[j] ?? 0))
  return { value, slopes }
}

/** f(u) from its value and its derivative. */
function chain(value: number, u: Dual, by: number): Dual {
  return { value, slopes: u.slopes.map((slope) => by * slope) }
}

/** The sum of terms. */
export function add(first: Term, ...rest: readonly Term[]): Dual {
  return rest.map(dualOf).reduce((u, v) => combine(u.value + v.value, u, 1, v, 1), dualOf(first))
}

/** u - v. */
export function subtract(u: Term, v: Term): Dual {
  const [a, b] = [dualOf(u), dualOf(v)]
  return combine(a.value - b.value, a, 1, b, -1)
}

/** The product of terms. */
export function multiply(first: Term, ...rest: readonly Term[]): Dual {
  return rest.map(dualOf).reduce((u, v) => combine(u.value * v.value, u, v.value, v, u.value), dualOf(first))
}

/** u / v. */
export function divide(u: Term, v: Term): Dual {
  const [a, b] = [dualOf(u), dualOf(v)]
  const value = a.value / b.value
  return combine(value, a, 1 / b.value, b, -value / b.value)
}

/** e^u. */
export function exp(u: Term): Dual {
  const a = dualOf(u)
  const value = Math.exp(a.value)
  return chain(value, a, value)
}

/** ln u, for u > 0. */
export function ln(u: Term): Dual {
  const a = dualOf(u)
  return chain(Math.log(a.value), a, 1 / a.value)
}

/** u^v for u > 0, as e^(v ln u). */
export function power(u: Term, v: Term): Dual {
  return exp(multiply(v, ln(u)))
}

/** sin u. */
export function sin(u: Term): Dual {
  const a = dualOf(u)
  return chain(Math.sin(a.value), a, Math.cos(a.value))
}

/** cos u. */
export function cos(u: Term): Dual {
  const a = dualOf(u)
  return chain(Math.cos(a.value), a, -Math.sin(a.value))
}

/** The arc tangent of u, in (-pi/2, pi/2). */
export function arctan(u: Term): Dual {
  const a = dualOf(u)
  return chain(Math.atan(a.value), a, 1 / (1 + a.value * a.value))
}

/**
 * The `evaluate` of a law whose model of one point (`inputs` numbers) is written in dual numbers of its parameters.
 */
export function byDuals(model: (x: readonly number[], theta: readonly Dual[]) => Dual, inputs = 1) {
  return (x: Float64Array, theta: Float64Array, values: Float64Array, jacobian: Float64Array): void => {
    const p = theta.length
    const duals = Array.from(theta, (value, j): Dual => {
      const slopes = new Float64Array(p)
      slopes[j] = 1
      return { value, slopes }
    })
    for (let row = 0; row < values.length; row++) {
      const { value, slopes } = model(Array.from(x.subarray(row * inputs, (row + 1) * inputs)), duals)
      values[row] = value
      for (let j = 0; j < p; j++) jacobian[row * p + j] = slopes[j] ?? 0
    }
  }
}
