import type { StreamFactory } from '@lawbook/base'
import { type BestSize, bestSize, type Interval, type SizeSet } from '@lawbook/estimators'
import type { Row } from '@lawbook/schemas'
import type { SizeSweep } from './sweeps.ts'

/** Limits of a best size in whole agents; the upper one is infinite where the data stop short. */
export type Limits = { readonly lower: number; readonly upper: number }

/** A sweep with its best size and its limits at the two levels; null limits where no spread is known. */
export type Located = {
  readonly sweep: SizeSweep
  /** The measured size with the largest mean; null for a single size. */
  readonly best: number | null
  readonly found: BestSize | null
  readonly at90: Limits | null
  readonly at995: Limits | null
}

/** Find the best size of every sweep. */
export function locate(sweeps: readonly SizeSweep[], draws: number, stream: StreamFactory): Located[] {
  return sweeps.map((sweep) => {
    const { sizes, means, spread, id } = sweep
    const best = sizes.length < 2 ? null : sizes[means.indexOf(Math.max(...means))]!
    if (spread === null || best === null) return { sweep, best, found: null, at90: null, at995: null }
    const found = bestSize({ sizes, sweep: spread, draws, stream: stream('best-size', id) })
    const of = (set: SizeSet): Limits => limitsOf(set, sizes[0]!)
    return { sweep, best, found, at90: of(found.set90), at995: of(found.set995) }
  })
}

/**
 * Where the best whole size lies if success has one peak: one agent inside the measured sizes that the set leaves out
 * next to it; from 1 on where the smallest measured size is in the set.
 */
export function limitsOf({ between: [below, above], sizes }: SizeSet, smallest: number): Limits {
  return {
    lower: sizes[0] === smallest ? 1 : below + 1,
    upper: above === null ? Number.POSITIVE_INFINITY : above - 1,
  }
}

/**
 * Limits at the two levels as intervals that can be written: null without an upper end. Where the inner one is a single
 * whole size, it stands for all that rounds to it, and both are half an agent wider.
 */
export function intervalsOf(
  inner: Limits | null,
  outer: Limits | null,
): { readonly i90: Interval | null; readonly i995: Interval | null } {
  const wider = inner !== null && inner.lower === inner.upper ? 0.5 : 0
  const written = (limits: Limits | null): Interval | null =>
    limits === null || limits.upper === Number.POSITIVE_INFINITY ? null : [limits.lower - wider, limits.upper + wider]
  return { i90: written(inner), i995: written(outer) }
}

const words = {
  inside: 'inside the sweep',
  'at-lower-end': 'at the smallest sizes',
  'at-upper-end': 'rising: the data stop short',
  'not-identified': 'not identified',
} as const

/** The table `best-sizes`: one row a sweep of two sizes or more. */
export function bestSizeRows(located: readonly Located[], judged: readonly Located[]): Row[] {
  return located
    .filter(({ best }) => best !== null)
    .map((one) => {
      const { sweep, best, found, at90, at995 } = one
      const largest = sweep.sizes.at(-1)!
      const upper = (limits: Limits | null): number | null =>
        limits === null || limits.upper === Number.POSITIVE_INFINITY ? null : limits.upper
      return {
        sweep: sweep.id,
        label: sweep.label,
        source: sweep.study.source,
        smallest: sweep.sizes[0]!,
        largest,
        best,
        lower90: at90?.lower ?? null,
        upper90: upper(at90),
        lower995: at995?.lower ?? null,
        upper995: upper(at995),
        status: found === null ? 'no spread' : words[found.status],
        kind: sweep.secondary ? 'secondary' : found === null ? 'no-spread' : 'judged',
        judged: judged.includes(one),
        resampled: sweep.resampled,
      }
    })
}
