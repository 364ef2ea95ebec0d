import { fail } from '@lawbook/base'

const halfLogTwoPi = 0.5 * Math.log(2 * Math.PI)

/** The standard normal density, exp(-z^2 / 2) / sqrt(2 pi). */
export function normalDensity(z: number): number {
  return Math.exp(-0.5 * z * z - halfLogTwoPi)
}

// Cody's rational approximations, lowest power first.
const centreTop = [
  18154.98125334356, 1067.6894854603709, 161.02823106855587, 2.2352520354606837, 0.06568233791820745,
] as const
const centreBottom = [45507.78933502673, 10260.932208618979, 976.0985517377767, 47.202581904688245, 1] as const
const middleTop = [
  9842.714838383978, 11602.65143764735, 6848.190450536283, 2494.5375852903726, 597.2702763948002, 93.50665613217785,
  8.883149794388377, 0.39894151208813466, 1.0765576773720192e-8,
] as const
const middleBottom = [
  19685.429676859992, 38912.00328609327, 34900.95272114598, 18615.571640885097, 6485.558298266761, 1519.3775994075547,
  235.387901782625, 22.266688044328117, 1,
] as const
const farTop = [
  2.9112874951168793e-5, 0.0014216191932278934, 0.0222352778706498, 0.12740116116024736, 0.215898534057957,
  0.023073441764940174,
] as const
const farBottom = [
  7.297515550839662e-5, 0.0037823963320275824, 0.06598813786892856, 0.4682382124808651, 1.284260096144911, 1,
] as const

/**
 * The standard normal distribution function Phi(z) = P(Z <= z), to about 1e-15 relative in the lower tail down to
 * z = -37 (for the upper tail take Phi(-z)). Source: W. J. Cody (1969), Rational Chebyshev approximations for the
 * error function, in the form of his ANORM (ACM Algorithm 715).
 */
export function normalCdf(z: number): number {
  const y = Math.abs(z)
  if (y <= 0.67448975) {
    const s = z * z
    return 0.5 + (z * polynomial(centreTop, s)) / polynomial(centreBottom, s)
  }
  const tail = y < 40 ? upperTail(y) : Number.isNaN(z) ? z : 0
  return z < 0 ? tail : 1 - tail
}

/** P(Z > y) for y >= 0.674. exp(-y^2 / 2) is split, because the rounding of y^2 would be magnified. */
function upperTail(y: number): number {
  const coarse = Math.trunc(y * 16) / 16
  const decay = Math.exp(-0.5 * coarse * coarse) * Math.exp(-0.5 * (y - coarse) * (y + coarse))
  if (y <= 5.656854249492381) return (decay * polynomial(middleTop, y)) / polynomial(middleBottom, y)
  const s = 1 / (y * y)
  const correction = (s * polynomial(farTop, s)) / polynomial(farBottom, s)
  return (decay * (0.3989422804014327 - correction)) / y
}

// Wichura's rational approximations, lowest power first.
const nearTop = [
  3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946, 45921.95393154987, 67265.7709270087,
  33430.57558358813, 2509.0809287301227,
] as const
const nearBottom = [
  1, 42.31333070160091, 687.1870074920579, 5394.196021424751, 21213.794301586597, 39307.89580009271, 28729.085735721943,
  5226.495278852854,
] as const
const tailTop = [
  1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045, 1.2704582524523684, 0.2417807251774506,
  0.022723844989269184, 0.0007745450142783414,
] as const
const tailBottom = [
  1, 2.053191626637759, 1.6763848301838038, 0.6897673349851, 0.14810397642748008, 0.015198666563616457,
  0.0005475938084995345, 1.0507500716444169e-9,
] as const
const extremeTop = [
  6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487, 0.026532189526576124,
  0.0012426609473880784, 2.7115555687434876e-5, 2.0103343992922881e-7,
] as const
const extremeBottom = [
  1, 0.599832206555888, 0.1369298809227358, 0.014875361290850615, 0.0007868691311456133, 1.8463183175100548e-5,
  1.421511758316446e-7, 2.0442631033899397e-15,
] as const

/**
 * The standard normal quantile: z with Phi(z) = p, for 0 <= p <= 1 (infinite at the ends), to about 1e-15 relative.
 * For an upper tail use -normalQuantile(tail), which keeps every digit. Source: M. J. Wichura (1988), Algorithm
 * AS 241, PPND16. Throws LB_DOMAIN outside.
 */
export function normalQuantile(p: number): number {
  if (!(p >= 0 && p <= 1)) fail('LB_DOMAIN', `cannot take the normal quantile at ${p}; p must be in [0, 1]`)
  const q = p - 0.5
  if (Math.abs(q) <= 0.425) {
    const s = 0.180625 - q * q
    return (q * polynomial(nearTop, s)) / polynomial(nearBottom, s)
  }
  const tail = q < 0 ? p : 1 - p
  if (tail === 0) return q < 0 ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY
  const r = Math.sqrt(-Math.log(tail))
  const z =
    r <= 5
      ? polynomial(tailTop, r - 1.6) / polynomial(tailBottom, r - 1.6)
      : polynomial(extremeTop, r - 5) / polynomial(extremeBottom, r - 5)
  return q < 0 ? -z : z
}

function polynomial(coefficients: readonly number[], x: number): number {
  let sum = 0
  for (let k = coefficients.length - 1; k >= 0; k--) sum = sum * x + coefficients[k]!
  return sum
}
