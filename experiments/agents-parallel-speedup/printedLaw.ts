import { pow } from '@lawbook/base'
import type { Curve } from './series.ts'

/** The law of turns that arXiv 2512.08296 prints (section 4.4, p.19): T = scale (n + shift)^exponent. */
export const printedLaw = { shift: 0.5, exponent: 1.724 }

/**
 * Turns by the printed law over those of one agent, ((n + s) / (1 + s))^e. Its exponent belongs to n + s: the slope of
 * ln T on ln n over a few agents is lower.
 */
export function lawCurve(sizes: Float64Array): Curve {
  const { shift, exponent } = printedLaw
  return { sizes, logs: sizes.map((n) => Math.log(pow((n + shift) / (1 + shift), exponent))) }
}
