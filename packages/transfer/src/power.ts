import { normalCdf, normalQuantile } from '@lawbook/estimators'
import type { Row } from '@lawbook/schemas'

/**
 * Chance that a one-sided test of a paired difference of two pass rates sees a gain, by the normal approximation:
 * Phi(gain sqrt(n) / s - z), s^2 = discordant - gain^2, z the upper `tail` of a standard normal. `gain` and `discordant`, the
 * share of tasks that pass in one arm only, are shares in [0, 1], gain <= discordant. It reads no result.
 */
export function pairedPower(tasks: number, gain: number, discordant: number, tail = 0.05): number {
  const spread = Math.sqrt(discordant - gain * gain)
  return normalCdf((gain * Math.sqrt(tasks)) / spread - normalQuantile(1 - tail))
}

/** How many tasks give 80 %. */
export function tasksNeeded(gain: number, discordant: number, tail = 0.05): number {
  const z = normalQuantile(1 - tail) + normalQuantile(0.8)
  return Math.ceil((z * z * (discordant - gain * gain)) / (gain * gain))
}

/**
 * The published gain at several shares of discordant tasks, for both tails that verdicts read: 5 % (a claim is agreed with) and
 * .5 % (its direction alone is). `published` in points.
 */
export function powerRows(tasks: number, published: number): Row[] {
  return [0.05, 0.005].flatMap((tail) =>
    [0.15, 0.2, 0.25, 0.3, 0.4].map((discordant) => ({
      ...{ gain: published, discordant, tail, tasks },
      power: pairedPower(tasks, published / 100, discordant, tail),
      needed: tasksNeeded(published / 100, discordant, tail),
    })),
  )
}
