import type { Nested, Sided } from '@lawbook/estimators'
import { union } from '@lawbook/estimators'
import type { ExecutionChoices } from './choices.ts'
import { type Compared, type Comparison, difference, ratio } from './compare.ts'
import { cellsWhere, type Quantity, type Study } from './study.ts'

/** Which chances are compared, in which cells (a pair and a router), at which size of the library. */
export type Reading = {
  readonly above: Quantity
  readonly below: Quantity
  readonly cells: Uint8Array
  readonly size: number
}

export const everywhere = (study: Study): Uint8Array => cellsWhere(study, () => true)
/** Pairs whose executed state names no skill. */
export const withoutLeaks = (study: Study): Uint8Array => cellsWhere(study, ({ leaks }) => !leaks)
/** Difficult pairs whose executed state names no skill. */
export const difficultWithoutLeaks = (study: Study): Uint8Array =>
  cellsWhere(study, ({ leaks }, cell) => !leaks && study.difficult[cell] === 1)

export function read(study: Study, { above, below, cells, size }: Reading): Comparison {
  return { above: study.chances(above, size), below: study.chances(below, size), cells }
}

export function times(study: Study, reading: Reading, sided: Sided = 'two'): Compared | null {
  return ratio(study, read(study, reading), { sided })
}

/** A difference in points, hundredths of a chance. */
export function points(study: Study, reading: Reading, sided: Sided = 'two', parts = 1): Compared | null {
  const found = difference(study, read(study, reading), { sided, parts })
  return found === null
    ? null
    : {
        ...found,
        value: 100 * found.value,
        nested: found.nested === null ? null : mapped(found.nested, (x) => 100 * x),
      }
}

/** Residual (points), logarithm of the ratio of the means, and the larger of both in units of their margins. */
export type Departure = {
  readonly residual: Compared | null
  readonly logRatio: Compared | null
  readonly departure: Compared | null
}

/** How far a joint chance departs from a product: the larger of |residual| and |ln ratio|, each in its margin. */
export function departure(study: Study, reading: Reading, margins: ExecutionChoices['margins']): Departure {
  const residual = points(study, reading, 'two', 2)
  const logRatio = ratio(study, read(study, reading), { sided: 'two', parts: 2, log: true })
  if (residual === null || logRatio === null) return { residual, logRatio, departure: null }
  const value = Math.max(
    Math.abs(residual.value) / (100 * margins.residual),
    Math.abs(logRatio.value) / margins.logRatio,
  )
  const nested =
    residual.nested === null || logRatio.nested === null
      ? null
      : union([absolute(residual.nested, 100 * margins.residual), absolute(logRatio.nested, margins.logRatio)])
  return { residual, logRatio, departure: { value, nested, resampled: residual.resampled } }
}

/** |x| in units of a margin: the lowest and highest absolute values inside each interval. */
function absolute({ value, i90, i995 }: Nested, margin: number): Nested {
  const of = ([lo, hi]: readonly [number, number]): [number, number] => [
    lo <= 0 && hi >= 0 ? 0 : Math.min(Math.abs(lo), Math.abs(hi)) / margin,
    Math.max(Math.abs(lo), Math.abs(hi)) / margin,
  ]
  return { value: Math.abs(value) / margin, i90: of(i90), i995: of(i995) }
}

function mapped({ value, i90, i995 }: Nested, by: (x: number) => number): Nested {
  return { value: by(value), i90: [by(i90[0]), by(i90[1])], i995: [by(i995[0]), by(i995[1])] }
}

/** The four judged numbers. Planted worlds go through here as the evidence does. */
export function judgedNumbers(
  study: Study,
  { size, margins }: ExecutionChoices,
): Readonly<Record<JudgedId, Compared | null>> {
  const hard = difficultWithoutLeaks(study)
  return {
    departure: departure(study, { above: 'plan', below: 'product', cells: everywhere(study), size }, margins).departure,
    rescue: times(study, { above: 'state', below: 'placebo-present', cells: hard, size }),
    'state-helps': points(study, { above: 'state', below: 'placebo-present', cells: hard, size }, 'one'),
    'realised-above-product': points(
      study,
      { above: 'closed', below: 'product', cells: withoutLeaks(study), size },
      'one',
    ),
  }
}

type JudgedId = 'departure' | 'rescue' | 'state-helps' | 'realised-above-product'
