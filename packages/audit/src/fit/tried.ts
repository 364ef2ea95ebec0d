import { fail } from '@lawbook/base'
import { capabilityGap, domainOf, type Law, laws } from '@lawbook/estimators'
import { type Curve, sizesOf } from './curve.ts'
import { given } from './shown.ts'

/** A law that was not fitted, and why. */
export type NotTried = { readonly law: string; readonly reason: string }

/** Laws whose values are shares, whatever their parameters. */
const ofShares: readonly string[] = [
  ...['signal-detection', 'boltzmann', 'error-power', 'error-power-floor', 'exponentiated-power'],
]

/**
 * The laws of the registry (or `wanted`) that the points can be held against, and the others with the reason: a second
 * input, points outside the domain, values that are no shares, more parameters than sizes. LB_INPUT when none is left.
 */
export function triedLaws(curve: Curve, wanted: readonly Law[] = laws): { tried: Law[]; notTried: NotTried[] } {
  const reasons = wanted.map((law) => ({ law, reason: reasonAgainst(law, curve) }))
  const tried = reasons.flatMap(({ law, reason }) => (reason === null ? [law] : []))
  const notTried = reasons.flatMap(({ law, reason }) => (reason === null ? [] : [{ law: law.id, reason }]))
  if (tried.length === 0)
    fail(
      'LB_INPUT',
      `${curve.file} can be held against none of these laws: ${notTried.map(({ law, reason }) => `${law} (${reason})`).join('; ')}`,
    )
  return { tried, notTried }
}

function reasonAgainst(law: Law, { points, share, y }: Curve): string | null {
  const [input, other] = law.inputs
  if (other !== undefined) return `it needs a second input, ${other.name} (${other.unit})`
  const outside = points.find(({ x }) => !(x >= input!.from && x <= input!.to))
  if (outside !== undefined)
    return `it is not defined at ${given(outside.x)}: ${input!.name} must be ${domainOf(input!)}`
  const gap = points.find(({ x }) => law.id === capabilityGap.id && Math.abs(x) > 1)
  if (gap !== undefined) return `its ${input!.name} is a ${input!.unit}, in [-1, 1], and one x is ${given(gap.x)}`
  if (ofShares.includes(law.id) && !share) {
    const most = Math.max(...points.map((point) => point.y))
    const low = Math.min(...points.map((point) => point.y))
    const hint = low >= 0 && most <= 100 ? '; if they are in percent give --percent' : ''
    return `it is a law of shares in [0, 1], and ${y} goes from ${given(low)} to ${given(most)}${hint}`
  }
  const [sizes, needed] = [sizesOf(points).length, law.parameters.length]
  return sizes < needed ? `${sizes} sizes cannot determine its ${needed} parameters` : null
}
