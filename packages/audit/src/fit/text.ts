import { sayCount, sayWhole } from '../counted.ts'
import { columns, folded, sayList, sayPercent, visible } from '../render/say.ts'
import type { Curve } from './curve.ts'
import type { Enough, FitReport, LawReport, Ranged } from './fitReport.ts'
import { mostParts } from './leftOut.ts'
import { decimal, given, rounded, significant } from './shown.ts'
import type { NotTried } from './tried.ts'

const width = 100

/** A report for people: laws, best extrapolating first, their parameters, and whether data can tell them apart. */
export function textOf(report: FitReport): string {
  const { laws, notTried } = report
  return [
    ...headOf(report),
    '',
    ...lawLines(report),
    ...parameterLines(laws),
    ...paragraph(heldSentence(laws)),
    ...notTriedLines(notTried),
    '',
    ...paragraph(verdictSentence(report)),
    ...paragraph(ruledOutSentence(report)),
    ...paragraph(aheadSentence(report)),
    ...paragraph(enoughSentence(report)),
    '',
  ].join('\n')
}

const paragraph = (text: string): string[] => (text === '' ? [] : folded(text, width))

const weighing: Readonly<Record<Curve['weighed'], string>> = {
  equal: 'points count the same',
  trials: 'weighted by trials',
  se: 'weighted by 1 / se²',
}

function headOf({ curve, holdOut }: FitReport): string[] {
  const { file, x, y, points, sizes, weighed, leftOut } = curve
  const range = `${visible(x)} from ${plain(sizes[0]!)} to ${plain(sizes.at(-1)!)}`
  const head = `${visible(file)}: ${visible(y)} at ${sayCount(points, 'point')}, ${sayCount(sizes.length, 'size')}, ${range}; ${weighing[weighed]}.`
  const rows = leftOut.map(({ line, column, value }) => `line ${line} (${visible(column)} is ${saidCell(value)})`)
  const left = rows.length === 0 ? '' : `${sayCount(rows.length, 'row')} left out: ${sayList(rows, 5)}.`
  const ahead = sayList(holdOut.sizes.map(plain), 4)
  const part = sizes.length > mostParts ? 'each twentieth of the sizes' : 'each size'
  const errors = `beyond: mean error at ${ahead}, fitted without; left out: at ${part}, fitted without; worse: left out, against the law with the least${curve.share ? '; all in points' : ''}; * told apart from it.`
  return [head, left, errors].flatMap(paragraph)
}

/** A size as it would be typed, thousands apart, to six significant digits. */
const plain = (x: number): string => (x >= 1000 && !given(x).includes('.') ? sayWhole(Number(given(x))) : given(x))

const saidCell = (value: string): string => (value === '' ? 'empty' : visible(value))

const statusWords = {
  converged: 'converged',
  'bound-hit': 'at a bound',
  singular: 'not identified',
  'max-iterations': 'not settled',
} as const satisfies Record<LawReport['status'], string>

function lawLines({ laws, curve, apart }: FitReport): string[] {
  const unit = curve.share ? 100 : 1
  const error = (x: number | null): string =>
    x === null ? '–' : curve.share && x < 10 ? decimal(unit * x, -2) : significant(unit * x, 3)
  const counted = curve.weighed === 'trials'
  const header = ['law', 'beyond', 'left out', 'worse', 'R²', ...(counted ? ['AIC', 'misfit p'] : []), 'status']
  const rows = laws.map((law) => [
    `${law.title}${apart.ruledOut.includes(law.law) ? ' *' : ''}`,
    error(law.beyond),
    error(law.leftOut),
    law.worse === null ? '–' : inBrackets(scaled(law.worse, unit)),
    law.rSquared === null ? '–' : decimal(law.rSquared, -4),
    ...(counted ? likelihoodCells(law) : []),
    statusWords[law.status],
  ])
  const numbers = header.map((_, i) => i).slice(1, -1)
  return columns([header, ...rows], numbers)
}

const likelihoodCells = ({ likelihood }: LawReport): string[] => [
  likelihood === null ? '–' : `+${decimal(likelihood.aicAbove, -1)}`,
  likelihood?.lackOfFit == null ? '–' : chance(likelihood.lackOfFit),
]

const chance = (p: number): string => (p < 0.001 ? '< 0.001' : decimal(p, -3))

const scaled = ({ value, low, high }: Ranged, by: number): Ranged => ({
  value: by * value,
  low: low === null ? null : by * low,
  high: high === null ? null : by * high,
})

function inBrackets(ranged: Ranged): string {
  const { value, low, high } = rounded(ranged)
  return low === null && high === null ? value : `${value} [${low ?? '–'}, ${high ?? '–'}]`
}

function parameterLines(laws: readonly LawReport[]): string[] {
  const estimated = laws.filter(({ parameters }) => parameters.length > 0)
  return [
    '',
    ...(estimated.length === 0 ? [] : ['Parameters, with 90 % intervals']),
    ...columns(estimated.map(parameterCells)),
  ]
}

const parameterCells = ({ title, equation, parameters }: LawReport): string[] => [
  `  ${title}`,
  equation,
  parameters.map((parameter) => `${parameter.name} ${inBrackets(parameter)}`).join('  '),
]

function heldSentence(laws: readonly LawReport[]): string {
  const held = laws.filter((law) => law.held.length > 0).map((law) => `${law.title} (${law.held.join(', ')})`)
  return held.length === 0 ? '' : `At a bound, which the data did not choose: ${held.join('; ')}.`
}

/** Laws that share their reason share a line. */
function notTriedLines(notTried: readonly NotTried[]): string[] {
  if (notTried.length === 0) return []
  const reasons = [...new Set(notTried.map(({ reason }) => reason))]
  const lawsFor = (reason: string): string =>
    notTried.flatMap((each) => (each.reason === reason ? [each.law] : [])).join(', ')
  return ['', 'Not tried', ...reasons.map((reason) => `  ${lawsFor(reason)}: ${visible(reason)}`)]
}

const titleOf = ({ laws }: FitReport, id: string | null): string => laws.find(({ law }) => law === id)?.title ?? ''

function verdictSentence(report: FitReport): string {
  const { verdict, best, second, why } = report.apart
  const names = [best, second].flatMap((id) => (id === null ? [] : [titleOf(report, id)]))
  const left = names.length === 0 ? '' : ` Best extrapolating of those left: ${names.join(', then ')}.`
  return `Can these data tell the laws apart: ${verdict}; ${why}.${left}`
}

function ruledOutSentence(report: FitReport): string {
  const { ruledOut, reference } = report.apart
  if (ruledOut.length === 0) return ''
  const names = ruledOut.map((id) => titleOf(report, id))
  return `Told apart from the ${titleOf(report, reference)} law, each by its own interval (*): ${names.join(', ')}.`
}

/** How much it matters which of the two is right. */
function aheadSentence(report: FitReport): string {
  const [one, other] = [report.apart.best, report.apart.second].map((id) => report.laws.find(({ law }) => law === id))
  if (one === undefined || other === undefined || one.ahead.length === 0) return ''
  const said = one.ahead.map(({ x }, k) => {
    const [first, second] = [rounded(one.ahead[k]!), rounded(other.ahead[k]!)]
    return `at ${plain(x)} they say ${first.value} and ${second.value}`
  })
  return `${said.join(', ').replace(/^a/, 'A')}.`
}

function enoughSentence({ apart: { enough }, curve }: FitReport): string {
  if (enough === null) return ''
  const { draws, today, larger } = enough
  return [
    `What would be enough, by ${draws} simulated curves: today's design tells the two apart in ${sayPercent(today.right)} of them (the wrong way in ${sayPercent(enough.wrong)}).`,
    moreSentence(enough, curve.weighed === 'trials' ? 'trials' : 'measurements'),
    larger === null
      ? ''
      : `Measuring ${larger.sizes.slice(-2).map(plain).join(' and ')} too: ${sayPercent(larger.right)}.`,
  ].join(' ')
}

function moreSentence({ more }: Enough, counted: string): string {
  if (more === null) return `For 80 % it takes more than 64 times the ${counted} at each size.`
  if (more.times === 1) return 'That is 80 % and more: these points are unlucky, or follow neither law.'
  return `For 80 %: ${more.times} times the ${counted} at each size.`
}
