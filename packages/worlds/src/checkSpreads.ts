import { fail } from '@lawbook/base'

/** Throws LB_DOMAIN unless each standard deviation is a finite number of at least 0. */
export function checkSpreads(spreads: Readonly<Record<string, number>>): void {
  for (const [name, value] of Object.entries(spreads))
    if (!(value >= 0 && value < Number.POSITIVE_INFINITY))
      fail('LB_DOMAIN', `cannot draw with ${name} = ${value}; a standard deviation must be finite and at least 0`)
}
