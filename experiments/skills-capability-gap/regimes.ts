import type { GapChoices } from './choices.ts'
import type { Regime } from './statistics.ts'

export const regimeIds = ['large', 'medium', 'small', 'behind'] as const
export type RegimeId = (typeof regimeIds)[number]

/**
 * The authors' regimes on the signed gap: A ahead by more than the larger line, between the lines, steps less than the
 * smaller line apart; and, which the authors' absolute gap does not tell apart, A behind by the smaller line or more.
 */
export function regimesOf({ regimes: { small, large } }: GapChoices): Readonly<Record<RegimeId, Regime>> {
  return {
    large: (gap) => gap > large,
    medium: (gap) => gap >= small && gap <= large,
    small: (gap) => Math.abs(gap) < small,
    behind: (gap) => gap <= -small,
  }
}

/** The bins of figures: centres of equal bins of the gap in [-1, 1], one of them at 0. */
export function binsOf({ halfBin }: GapChoices): { readonly centre: number; readonly holds: Regime }[] {
  const bins = Math.round(1 / (2 * halfBin))
  return Array.from({ length: 2 * bins + 1 }, (_, i) => {
    const centre = 2 * halfBin * (i - bins)
    return { centre, holds: (gap) => gap > centre - halfBin && gap <= centre + halfBin }
  })
}
