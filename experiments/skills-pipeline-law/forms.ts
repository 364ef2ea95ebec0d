/**
 * A form of the accuracy of K steps, given the logarithm of the accuracy p of a single step, with at most one parameter:
 * its value and its derivative by the parameter.
 */
export type Form = {
  readonly id: string
  readonly equation: string
  readonly start: number
  value(logP: number, length: number, theta: number): number
  slope(logP: number, length: number, theta: number, value: number): number
}

/** The law of the paper, and the forms with at most as many parameters that it is held against. */
export const law: Form = {
  id: 'law',
  equation: 'p^(γK)',
  start: 1,
  value: (logP, length, gamma) => Math.exp(gamma * length * logP),
  slope: (logP, length, _, value) => length * logP * value,
}

export const rivals: readonly Form[] = [
  {
    id: 'independent',
    equation: 'p^K',
    start: 1,
    value: (logP, length) => Math.exp(length * logP),
    slope: () => 0,
  },
  {
    // Proposition 2 of the paper, with one penalty for all sizes.
    id: 'penalty',
    equation: 'p (p − η)^(K − 1)',
    start: 0.02,
    value: (logP, length, eta) => {
      const rest = Math.exp(logP) - eta
      return rest <= 0 ? 0 : Math.exp(logP + (length - 1) * Math.log(rest))
    },
    slope: (logP, length, eta, value) => (value === 0 ? 0 : (-(length - 1) * value) / (Math.exp(logP) - eta)),
  },
  {
    id: 'exponential',
    equation: 'p e^(−c (K − 1))',
    start: 0.3,
    value: (logP, length, c) => Math.exp(logP - c * (length - 1)),
    slope: (_, length, __, value) => -(length - 1) * value,
  },
  {
    id: 'logistic',
    equation: 'logit⁻¹(logit p − c (K − 1))',
    start: 0.5,
    value: (logP, length, c) => {
      const p = Math.exp(logP)
      return 1 / (1 + ((1 - p) / p) * Math.exp(c * (length - 1)))
    },
    slope: (_, length, __, value) => -(length - 1) * value * (1 - value),
  },
]

/** Cells of a study of one router: the accuracy of plans of a length at a size, with ln p of a single step there. */
export type Cells = { readonly logP: Float64Array; readonly length: Float64Array; readonly right: Float64Array }

/** Least squares on accuracy (not on its logarithm, which a plan that is never right does not have), all cells alike. */
export function fitForm(form: Form, cells: Cells): number {
  let theta = form.start
  let least = squares(form, cells, theta)
  for (let round = 0; round < 100; round++) {
    let step = gaussNewton(form, cells, theta)
    let next = squares(form, cells, theta + step)
    // Gauss-Newton may leap over the minimum where the curve is bent.
    for (let halved = 0; !(next <= least) && halved < 40; halved++) {
      step /= 2
      next = squares(form, cells, theta + step)
    }
    if (!(next <= least)) return theta
    theta += step
    least = next
    if (Math.abs(step) < 1e-10) return theta
  }
  return theta
}

/** The fit to nearly the same cells: two steps from the fit to all of them, enough for a jackknife if the first is small. */
export function refitForm(form: Form, cells: Cells, from: number): number {
  const step = gaussNewton(form, cells, from)
  if (Math.abs(step) >= 0.2 * Math.abs(from) + 0.02) return fitForm(form, cells)
  return from + step + gaussNewton(form, cells, from + step)
}

function squares(form: Form, { logP, length, right }: Cells, theta: number): number {
  let sum = 0
  for (let i = 0; i < right.length; i++) {
    const error = right[i]! - form.value(logP[i]!, length[i]!, theta)
    sum += error * error
  }
  return sum
}

/** The step to the least squares of the form made straight at theta; 0 where it does not move there. */
function gaussNewton(form: Form, { logP, length, right }: Cells, theta: number): number {
  let [along, curvature] = [0, 0]
  for (let i = 0; i < right.length; i++) {
    const value = form.value(logP[i]!, length[i]!, theta)
    const slope = form.slope(logP[i]!, length[i]!, theta, value)
    along += slope * (right[i]! - value)
    curvature += slope * slope
  }
  return curvature < 1e-30 ? 0 : along / curvature
}
