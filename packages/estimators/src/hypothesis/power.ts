import { fail, type Stream, type StreamFactory } from '@lawbook/base'
import type { Interval } from '../interval/student.ts'
import { wilson } from '../interval/wilson.ts'
import { checkDraws } from './permutation.ts'

/**
 * A simulated experiment: data with the given effect are drawn from the stream and tested. Returns the p-value, which
 * is compared with `alpha`, or the decision itself, true for a rejection.
 */
export type SimulatedExperiment = {
  readonly simulate: (effect: number, stream: Stream) => number | boolean
  readonly alpha: number
  readonly draws: number
  readonly streams: StreamFactory
}

/**
 * The share of draws that reject, its Monte-Carlo standard error sqrt(power (1 - power) / draws), and its 95 % Wilson
 * interval, which keeps a width where the share is 0 or 1.
 */
export type Power = { effect: number; power: number; se: number; interval: Interval }

/**
 * The power of a test at one effect, by simulation: the share of `draws` experiments that reject (p <= alpha). Draw k
 * uses streams('power', k) whatever the effect, so that powers at several effects share their randomness and differ
 * smoothly. Throws LB_DOMAIN unless alpha is in (0, 1), draws a positive integer, and every simulated p-value
 * in [0, 1].
 */
export function powerBySimulation({
  simulate,
  effect,
  alpha,
  draws,
  streams,
}: SimulatedExperiment & { effect: number }): Power {
  checkDraws(draws)
  if (!(alpha > 0 && alpha < 1)) fail('LB_DOMAIN', `cannot test at level ${alpha}; alpha must be in (0, 1)`)
  let rejections = 0
  for (let draw = 0; draw < draws; draw++) {
    const outcome = simulate(effect, streams('power', draw))
    if (typeof outcome === 'number' && !(outcome >= 0 && outcome <= 1))
      fail('LB_DOMAIN', `draw ${draw} at effect ${effect} gave p = ${outcome}; it must be in [0, 1]`)
    if (typeof outcome === 'number' ? outcome <= alpha : outcome) rejections++
  }
  const power = rejections / draws
  const se = Math.sqrt((power * (1 - power)) / draws)
  return { effect, power, se, interval: wilson(rejections, draws, 0.95) }
}

/**
 * What the search found. `found`: the effect `at` reaches the target, and one smaller by `within` does not.
 * `not-reached`: even the largest effect asked about, `at`, falls short. `reached-everywhere`: the smallest effect,
 * `at`, already reaches it, so that the answer lies below the range.
 */
export type DetectableEffect =
  | { readonly status: 'found'; readonly at: Power; readonly within: number }
  | { readonly status: 'not-reached' | 'reached-everywhere'; readonly at: Power }

/**
 * The smallest effect in `range` that is detected with probability `target`, .8 when not given: bisection on simulated
 * power with common random numbers (see `powerBySimulation`), which makes power rise with the effect up to noise,
 * until the bracket is at most `tolerance` wide (unit of the effect). The range ends are in the direction of rising
 * power: for harmful effects give a simulation that takes their size. The effect carries the Monte-Carlo error of the
 * power at it. Throws as `powerBySimulation` does, and LB_DOMAIN unless the range rises, target is in (0, 1) and
 * tolerance above 0.
 */
export function minimumDetectableEffect({
  range: [smallest, largest],
  tolerance,
  target = 0.8,
  ...experiment
}: SimulatedExperiment & { range: Interval; tolerance: number; target?: number }): DetectableEffect {
  if (!(smallest < largest && Number.isFinite(largest - smallest)))
    fail('LB_DOMAIN', `cannot search from ${smallest} to ${largest}; the range must be finite and rise`)
  if (!(target > 0 && target < 1)) fail('LB_DOMAIN', `cannot aim at a power of ${target}; it must be in (0, 1)`)
  if (!(tolerance > 0)) fail('LB_DOMAIN', `cannot search to a tolerance of ${tolerance}; it must be above 0`)
  const powerAt = (effect: number): Power => powerBySimulation({ ...experiment, effect })
  const first = powerAt(smallest)
  if (first.power >= target) return { status: 'reached-everywhere', at: first }
  let at = powerAt(largest)
  if (at.power < target) return { status: 'not-reached', at }
  let below = smallest
  while (at.effect - below > tolerance) {
    const middle = (below + at.effect) / 2
    // The bracket has shrunk to neighbouring doubles.
    if (middle === below || middle === at.effect) break
    const tried = powerAt(middle)
    if (tried.power >= target) at = tried
    else below = middle
  }
  return { status: 'found', at, within: at.effect - below }
}
