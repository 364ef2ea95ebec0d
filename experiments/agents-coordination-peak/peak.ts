import type { Measure } from '@lawbook/schemas'
import { intervalsOf, type Limits, type Located } from './bestSizes.ts'
import type { PeakChoices } from './choices.ts'
import { obstacles, places } from './design.ts'
import { ofMost } from './middle.ts'

/** The sweeps that a measure is made of: the decisive ones where there are enough, else all with a spread. */
export type Ground = {
  readonly decisive: readonly Located[]
  readonly judged: readonly Located[]
  readonly enough: boolean
}

/** Sort out which sweeps decide. Sweeps without a spread, or read second hand, are neither. */
export function groundOf(located: readonly Located[], { band, decisive }: PeakChoices): Ground {
  const judged = located.filter(({ sweep, found }) => found !== null && !sweep.secondary)
  const deciding = judged.filter(({ sweep }) => obstacles(sweep, band).length === 0)
  return { decisive: deciding, judged, enough: deciding.length >= decisive }
}

/** Where performance peaks: over decisive sweeps with intervals, over all judged ones without. */
export function peakMeasure(ground: Ground, choices: PeakChoices): Measure {
  const { decisive, judged, enough } = ground
  const used = enough ? decisive : judged
  const parts = used.map(({ best, at90, at995 }) => ({ value: best!, at90: ends(at90!), at995: ends(at995!) }))
  const { value, ...limits } = ofMost(parts)
  const none = { i90: null, i995: null }
  return {
    id: 'best-team-size',
    title: enough
      ? 'best team size, median over decisive sweeps'
      : 'best measured team size, median over judged sweeps',
    value,
    ...(enough ? intervalsOf(limitsFrom(limits.i90), limitsFrom(limits.i995)) : none),
    ...(value === null ? { reason: 'no sweep over team size has a spread' } : {}),
    method: `sizes not significantly below another (multiple comparisons with the best), medians of the limits over decisive sweeps; with fewer than ${choices.decisive} decisive sweeps no interval`,
    resampled: enough ? 'each sweep’s own units or runs' : `nothing: ${decisive.length} decisive sweeps`,
    n: used.length,
    unit: 'agents',
    evidence: 'published',
    alternatives: [spanning(judged, choices)],
    parts: used.map(({ sweep, best, at90, at995 }) => ({
      label: sweep.label,
      value: best,
      ...intervalsOf(at90, at995),
    })),
  }
}

/**
 * The median over the sweeps alone that have sizes on both sides of the band, whatever else keeps them from deciding.
 */
function spanning(judged: readonly Located[], { band }: PeakChoices) {
  const both = judged.filter(({ sweep }) => {
    const { below, above } = places(sweep.sizes, band)
    return below > 0 && above > 0
  })
  const { value } = ofMost(both.map(({ best }) => ({ value: best!, at90: [best!, best!], at995: [best!, best!] })))
  return { choice: 'sweeps', option: 'those with sizes on both sides of the band', value, i90: null, i995: null }
}

function ends({ lower, upper }: Limits): readonly [number, number] {
  return [lower, upper]
}

function limitsFrom(interval: Measure['i90']): Limits | null {
  return interval === null ? null : { lower: interval[0]!, upper: interval[1]! }
}

/** How many sweeps could decide. */
export function decisiveMeasure({ decisive, judged }: Ground): Measure {
  return {
    id: 'decisive-sweeps',
    title: 'sweeps that could decide, of those with a spread',
    value: decisive.length,
    i90: null,
    i995: null,
    method: 'sizes below, in and above the band, one input, one compute budget, a spread, read first hand',
    resampled: 'nothing',
    n: judged.length,
    unit: 'sweeps',
    evidence: 'published',
  }
}
