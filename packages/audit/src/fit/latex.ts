import type { FitReport, LawReport, Ranged } from './fitReport.ts'
import { rounded, significant } from './shown.ts'

/**
 * The numbers of a report as LaTeX macros: \fitVerdict, \fitBest, and for each law \fit<Law><Parameter> with ...Low and
 * ...High, e.g. \fitErrorPowerB. Names hold letters only; numbers are rounded by their interval, and what there is not
 * is a dash.
 */
export function macrosOf({ curve, holdOut, laws, apart }: FitReport): string {
  const sizes = { Points: String(curve.points), Sizes: String(curve.sizes.length) }
  const verdict = { Verdict: apart.verdict, Best: titleOf(laws, apart.best), Second: titleOf(laws, apart.second) }
  const head = { ...sizes, ...verdict, HoldOutFrom: texNumber(String(holdOut.from)) }
  return [
    '% Written by lawbook fit; intervals are at 90 %.',
    ...Object.entries(head).map(([name, text]) => macro(name, text)),
    ...laws.flatMap(lawMacros),
    '',
  ].join('\n')
}

const dash = '--'
const titleOf = (laws: readonly LawReport[], id: string | null): string =>
  laws.find(({ law }) => law === id)?.title ?? dash

function lawMacros(report: LawReport): string[] {
  const name = letters(report.law)
  const number = (x: number | null, digits: number): string => (x === null ? dash : texNumber(significant(x, digits)))
  return [
    macro(`${name}Status`, report.status),
    macro(`${name}RSquared`, number(report.rSquared, 4)),
    macro(`${name}LeftOut`, number(report.leftOut, 2)),
    macro(`${name}Beyond`, number(report.beyond, 2)),
    ...report.parameters.flatMap((parameter) => rangedMacros(`${name}${letters(parameter.name)}`, parameter)),
  ]
}

function rangedMacros(name: string, ranged: Ranged): string[] {
  const { value, low, high } = rounded(ranged)
  const end = (text: string | null): string => (text === null ? dash : texNumber(text))
  return [macro(name, texNumber(value)), macro(`${name}Low`, end(low)), macro(`${name}High`, end(high))]
}

const macro = (name: string, text: string): string => `\\newcommand{\\fit${name}}{${text}}`

/** "error-power" as "ErrorPower": a control word holds letters alone. */
const letters = (id: string): string =>
  id
    .split(/[^A-Za-z]+/)
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join('')

/** A number for text and mathematics alike, with a true minus sign and power of ten. */
function texNumber(text: string): string {
  const [digits, exponent] = text.split('e')
  if (exponent !== undefined) return `\\ensuremath{${digits} \\times 10^{${Number(exponent)}}}`
  return text.startsWith('-') ? `\\ensuremath{${text}}` : text
}
