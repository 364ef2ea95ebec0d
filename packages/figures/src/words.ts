import type { Cell, Measure } from '@lawbook/schemas'

/** What every caption on routers has to say of them. */
export const localRouters = 'Local routers are retrieval programs, not the paper’s fifteen language models.'

/** A number with this many decimals and a true minus sign, which a zero never has; 'unknown' where there is none. */
export function fixed(x: Cell | undefined, digits: number): string {
  if (typeof x !== 'number' || !Number.isFinite(x)) return 'unknown'
  const text = x.toFixed(digits)
  return Number(text) === 0 ? text.replace('-', '') : text.replace('-', '−')
}

/** A share as whole percent: 0.256 is '26 %'; 'unknown' where there is none. */
export function percentText(x: Cell | undefined): string {
  const text = fixed(typeof x === 'number' ? 100 * x : null, 0)
  return text === 'unknown' ? text : `${text} %`
}

/** The 90 % interval of a measure, '1.5 to 2.5'; 'unknown' where there is none. */
export function intervalText(measure: Pick<Measure, 'i90'> | undefined, digits: number): string {
  return measure?.i90 == null ? 'unknown' : measure.i90.map((limit) => fixed(limit, digits)).join(' to ')
}

/** Names as a sentence lists them: 'a', 'a and b', 'a, b and c'; 'none' for no name. */
export function listNames(names: readonly string[]): string {
  return names.length < 2 ? (names[0] ?? 'none') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}

/** The letter of a panel, from 0: '(a)'. */
export function panelLetter(k: number): string {
  return `(${String.fromCharCode(97 + k)})`
}

/** The value of a measure with its 90 % interval, '5.6 (4.7 to 6.6)'; 'unknown' where there is no value. */
export function valueText(measure: Pick<Measure, 'value' | 'i90'> | undefined, digits: number): string {
  const value = fixed(measure?.value ?? null, digits)
  return measure?.i90 == null ? value : `${value} (${intervalText(measure, digits)})`
}
