import { normalCdf, normalQuantile } from '@lawbook/estimators'
import type { Row } from '@lawbook/schemas'

/**
 * Chance that a one-sided 5 % test of a paired difference of two pass rates sees a gain, by the normal approximation:
 * Phi(gain sqrt(n) / s - z_.95), s^2 = discordant - gain^2. `gain` and `discordant`, the share of tasks that pass in one
 * arm only, are shares in [0, 1], gain <= discordant. Known before anything ran: it reads no result.
 */
export function pairedPower(tasks: number, gain: number, discordant: number): number {
  const spread = Math.sqrt(discordant - gain * gain)
  return normalCdf((gain * Math.sqrt(tasks)) / spread - normalQuantile(0.95))
}

/** How many tasks give 80 %. */
export function tasksNeeded(gain: number, discordant: number): number {
  const z = normalQuantile(0.95) + normalQuantile(0.8)
  return Math.ceil((z * z * (discordant - gain * gain)) / (gain * gain))
}

/** The published gain at several shares of discordant tasks. `published` in points. */
export function powerRows(tasks: number, published: number): Row[] {
  return [0.15, 0.2, 0.25, 0.3, 0.4].map((discordant) => ({
    gain: published,
    discordant,
    tasks,
    power: pairedPower(tasks, published / 100, discordant),
    needed: tasksNeeded(published / 100, discordant),
  }))
}
