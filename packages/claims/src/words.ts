import type { Region } from './expected.ts'

/** A number for people: 4 significant digits, the same in every locale; missing is a dash. */
export function numberText(x: number | null): string {
  return x === null ? '–' : String(Number(x.toPrecision(4)))
}

/** An interval for people: "[0.71, 0.75]"; a dash where an end is missing. */
export function intervalText(low: number | null, high: number | null): string {
  return low === null || high === null ? '–' : `[${numberText(low)}, ${numberText(high)}]`
}

/** A region for people. An end that equals the neutral value is open. */
export function regionText({ lo, hi }: Region, neutral: number | null): string {
  if (lo !== null && hi !== null) return lo === hi ? `exactly ${exact(lo)}` : `[${exact(lo)}, ${exact(hi)}]`
  if (lo !== null) return `${lo === neutral ? 'above' : 'at least'} ${exact(lo)}`
  if (hi !== null) return `${hi === neutral ? 'below' : 'at most'} ${exact(hi)}`
  return 'any value'
}

/** Ends of regions keep their ten digits: rounding them for people would move the line. */
function exact(x: number): string {
  return String(x)
}

/** Text of others as one printable line: control characters, which could steer a terminal, become spaces. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
}
