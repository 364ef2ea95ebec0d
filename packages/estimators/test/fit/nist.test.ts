import { describe, expect, test } from 'vitest'
import { fitLaw } from '../../src/laws/fitLaw.ts'
import { predict } from '../../src/laws/law.ts'
import { uncertainty } from '../../src/laws/uncertainty.ts'
import { digits, worstDigits } from '../fixtures/digits.ts'
import { type NistSet, nistSets } from '../fixtures/nistNonlinear.ts'

/** What one start gives: digits of the worst parameter, standard error and of the residual sum, or how it ended. */
type Outcome = { parameters: number; errors: number; sum: number; iterations: number } | { status: string }

function outcome(
  { law, x, y, certified, standardErrors, residualSumOfSquares }: NistSet,
  start: Float64Array,
): Outcome {
  const fit = fitLaw({ ...law, starts: () => [start] }, x, y)
  if (fit.status !== 'converged') return { status: fit.status }
  return {
    parameters: worstDigits(fit.parameters, certified),
    errors: worstDigits(uncertainty(law, x, y, fit.parameters).standardErrors, standardErrors),
    sum: digits(fit.sse, residualSumOfSquares),
    iterations: fit.iterations,
  }
}

const searched = nistSets(false).map((set) => ({ set, outcomes: set.starts.map((start) => outcome(set, start)) }))
const projected = nistSets(true)
  .filter(({ law }) => law.linear > 0)
  .map((set) => ({ set, outcomes: set.starts.map((start) => outcome(set, start)) }))

/** Residuals of Lanczos1 are as small as the rounding of its data: its certified sum is not to be had from doubles. */
const beyondDoubles = 'Lanczos1'

describe.each([
  ['all parameters searched', searched],
  ['linear parameters projected', projected],
] as const)('27 NIST sets, %s', (_, results) => {
  test.each(results.map(({ set, outcomes }) => [set.name, outcomes] as const))(
    '%s from both starts',
    (name, outcomes) => {
      for (const found of outcomes) {
        if ('status' in found) throw new Error(found.status)
        expect(found.parameters).toBeGreaterThan(8)
        if (name === beyondDoubles) continue
        expect(found.errors).toBeGreaterThan(8)
        expect(found.sum).toBeGreaterThan(8)
      }
    },
  )
})

test('the data are NIST’s: the residual sum at the certified values is the certified one', () => {
  expect(searched).toHaveLength(27)
  for (const { set } of searched) {
    if (set.name === beyondDoubles) continue
    const fitted = predict(set.law, set.x, set.certified)
    const sum = set.y.reduce((total, y, i) => total + (y - fitted[i]!) * (y - fitted[i]!), 0)
    expect(digits(sum, set.residualSumOfSquares), set.name).toBeGreaterThan(9)
  }
})

/** Roszman1 as CUTEst prints it (GrattonToint/S2MPJ, ROSZMAN1; Gould and Rees 2015): x, then y. */
const secondPrint = [
  [
    -4868.68, -4868.09, -4867.41, -3375.19, -3373.14, -3372.03, -2473.74, -2472.35, -2469.45, -1894.65, -1893.4,
    -1497.24,
  ],
  [-1495.85, -1493.41, -1208.68, -1206.18, -1206.04, -997.92, -996.61, -996.31, -834.94, -834.66, -710.03, -530.16],
  [-464.17, 0.252429, 0.252141, 0.251809, 0.297989, 0.296257, 0.295319, 0.339603, 0.337731, 0.33382, 0.38951, 0.386998],
  [0.438864, 0.434887, 0.427893, 0.471568, 0.461699, 0.461144, 0.513532, 0.506641, 0.505062, 0.535648, 0.533726],
  [0.568064, 0.612886, 0.624169],
].flat()

test('two prints of Roszman1 agree', () => {
  const { x, y } = searched.find(({ set }) => set.name === 'Roszman1')!.set
  expect([...x, ...y]).toEqual(secondPrint)
})

test('the table of digits', async () => {
  const show = (found: Outcome): string => ('status' in found ? found.status : clipped(found.parameters))
  const rows = searched.map(({ set, outcomes }) => {
    const separated = projected.find((other) => other.set.name === set.name)
    const [first, second] = outcomes
    return [
      set.name,
      set.difficulty,
      `${set.certified.length}`,
      `${set.y.length}`,
      show(first!),
      show(second!),
      separated === undefined ? 'none linear' : show(separated.outcomes[0]!),
      separated === undefined ? 'none linear' : show(separated.outcomes[1]!),
      worst([first!, second!], 'errors'),
      worst([first!, second!], 'sum'),
      outcomes.map((found) => ('status' in found ? '–' : found.iterations)).join(', '),
      separated === undefined
        ? '–'
        : separated.outcomes.map((found) => ('status' in found ? '–' : found.iterations)).join(', '),
    ]
  })
  const head = [
    'set',
    'difficulty',
    'p',
    'n',
    'start 1',
    'start 2',
    'start 1, projected',
    'start 2, projected',
    'standard errors',
    'residual sum',
    'iterations',
    'iterations, projected',
  ]
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  const table = [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
  await expect(`${table}\n`).toMatchFileSnapshot('../../../../docs/tables/nist-nonlinear.md')
})

/** Certified values have 11 digits: more cannot be shown. */
function clipped(value: number): string {
  return Math.min(value, 11).toFixed(1)
}

function worst(outcomes: readonly Outcome[], of: 'errors' | 'sum'): string {
  if (outcomes.some((found) => 'status' in found)) return '–'
  return clipped(Math.min(...outcomes.map((found) => ('status' in found ? 0 : found[of]))))
}
