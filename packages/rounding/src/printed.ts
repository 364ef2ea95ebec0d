import { fail, pow } from '@lawbook/base'
import { type Bounds, exactly } from './bounds.ts'

/**
 * A number as it is printed. `rounded` ones stand for everything within half a unit of their last digit, `hundreds` (a
 * number that ends in two zeros) for everything within 50, `exact` ones (counts, definitions) for themselves.
 */
export type RoundedNumber = {
  readonly symbol: string
  readonly digits: string
  readonly precision: 'rounded' | 'hundreds' | 'exact'
}

/** The value of a printed number and the half-width of what it stands for. Minus signs may be U+2212. */
export function readPrinted({ digits, precision, symbol }: RoundedNumber): {
  value: number
  halfWidth: number
} {
  const plain = digits.replace('−', '-').replaceAll(',', '')
  if (!/^-?\d+(\.\d+)?$/.test(plain))
    fail('LB_PRINTED', `${symbol} is printed as "${digits}"; allowed: digits with one point, e.g. "-0.404"`)
  const decimals = plain.split('.')[1]?.length ?? 0
  const halfWidth = { exact: 0, hundreds: 50, rounded: 0.5 / Math.round(pow(10, decimals)) }[precision]
  return { value: Number(plain), halfWidth }
}

/** What `value` and `halfWidth` allow, as an interval. */
export function boundsOf(value: number, halfWidth: number): Bounds {
  return halfWidth === 0 ? exactly(value) : [value - halfWidth, value + halfWidth]
}
