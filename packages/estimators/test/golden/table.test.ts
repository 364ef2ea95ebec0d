import { expect, test } from 'vitest'
import * as exported from '../../src/index.ts'
import { agreement, type Golden } from './agreement.ts'
import { association } from './association.ts'
import { compare } from './compare.ts'
import { distribution } from './distribution.ts'
import { fit } from './fit.ts'
import { hypothesis } from './hypothesis.ts'
import { interval } from './interval.ts'
import { laws } from './laws.ts'
import { resampling } from './resampling.ts'
import { share } from './share.ts'
import { without } from './without.ts'

const folders: Record<string, readonly Golden[]> = {
  association,
  compare,
  distribution,
  fit,
  hypothesis,
  interval: [...interval, ...resampling],
  laws,
  share,
}

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
const table = (head: readonly string[], rows: readonly string[][]): string =>
  [head, head.map(() => '---'), ...rows].map(line).join('\n')

/** One decimal, rounded down, so that no digit is claimed that is not there. */
const clipped = (digits: number): string => (Math.floor(digits * 10) / 10).toFixed(1)

function row(folder: string, golden: Golden): string[] {
  const { count, digits, worst } = agreement(golden)
  const where = clipped(digits) === '15.0' ? '–' : worst
  return [folder, golden.name, golden.oracle, `${count}`, clipped(digits), where, golden.measure, golden.why ?? '–']
}

test('the table of agreement', async () => {
  const rows = Object.entries(folders).flatMap(([folder, list]) =>
    [...list].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)).map((golden) => row(folder, golden)),
  )
  const page = `# Golden values

How many digits the functions of \`packages/estimators\` share with other programs: those of the worst number of all
cases, -log10 of its error, rounded down and at most 15. The error is relative to the number itself (of a wanted 0
absolute), or to the largest number of the case where numbers belong together, such as the entries of a covariance
matrix, or absolute where a log is below 1, since the error of a log is that of what it is the log of. R hands over 15
digits, so that its cases end near 14.5; the values of mpmath were computed with 40 digits or more and then rounded to
doubles. \`far\` stands for tails down to 1e-300, \`flat\` for a place where a curve hardly falls.

${table(['folder', 'function', 'oracle', 'cases', 'digits', 'worst case', 'error', 'why below 10'], rows)}

\`leastSquares\`, \`fitLaw\` and \`levenbergMarquardt\` on the sets of NIST have tables of their own
([linear](nist-linear.md), [nonlinear](nist-nonlinear.md)).

## Functions without golden values

${table(
  ['function', 'what stands in for them'],
  Object.entries(without).map(([name, reason]) => [name, reason]),
)}
`
  await expect(page).toMatchFileSnapshot('../../../../docs/tables/golden.md')
})

test('every exported function has golden values or says what stands in for them', () => {
  const functions = Object.entries(exported).flatMap(([name, value]) => (typeof value === 'function' ? [name] : []))
  const golden = Object.values(folders).flatMap((list) => list.map(({ name }) => name.split(/[ ,]/)[0]!))
  expect(functions.filter((name) => !golden.includes(name) && !(name in without))).toEqual([])
  expect(Object.keys(without).filter((name) => golden.includes(name) || !functions.includes(name))).toEqual([])
})

test('few digits come with a reason, and only they do', () => {
  for (const golden of Object.values(folders).flat())
    expect(golden.why !== undefined, golden.name).toBe(agreement(golden).digits < 10)
})
