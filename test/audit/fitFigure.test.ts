import { describe, expect, it } from 'vitest'
import { figureOf } from '../../packages/audit/src/fit/figure.ts'
import { fittedCurve } from '../../packages/audit/src/fit/fitCurve.ts'
import { type CurveColumns, curveOf } from '../../packages/audit/src/fit/readCurve.ts'
import { ladder, plantedCsv } from '../../packages/audit/test/fit/planted.ts'
import { runView } from '../../packages/figures/src/render/compile.ts'
import { refuseStatistics } from '../../packages/figures/src/render/statistics.ts'

const figure = (csv: string, columns: CurveColumns) => figureOf(fittedCurve(curveOf(csv, 'curve.csv', columns)))
const cases: readonly (readonly [string, string, CurveColumns])[] = [
  [
    'shares of trials on a logarithmic axis',
    plantedCsv('log', [1.02, 0.09], ladder, 500),
    { x: 'N', y: 'accuracy', n: 'trials' },
  ],
  ['a short range without errors', 'n,rate\n1,10\n2,19\n3,27\n4,33\n5,41\n', {}],
  ['one law at a bound', 'G,S\n-0.4,-.2\n-.3,-.11\n-.2,-.05\n-.1,0\n-.05,.04\n', {}],
  ['errors, one size twice', 'k,p,s\n1,.3,.02\n2,.41,.02\n2,.4,.02\n4,.52,.02\n8,.63,.02\n64,.85,.01\n', { se: 's' }],
]

describe('the figure of a fit', () => {
  it.each(cases)('of %s compiles without a warning, its numbers finished and inside', async (name, csv, columns) => {
    const spec = figure(csv, columns)
    refuseStatistics(spec, name)
    const view = await runView(JSON.parse(JSON.stringify(spec)), name)
    const svg = await view.toSVG()
    expect(svg).toContain('<svg')
    expect(svg).not.toContain('NaN')
  })

  it('draws points, band, rivals and residuals', () => {
    const [, csv, columns] = cases[0]!
    const { vconcat, $schema } = figure(csv, columns) as {
      $schema: string
      vconcat: { layer: { mark: { type: string }; data: { values: Record<string, number>[] } }[] }[]
    }
    expect($schema).toBe('https://vega.github.io/schema/vega-lite/v6.json')
    const [main, residuals] = vconcat.map(({ layer }) => layer)
    expect(main!.map(({ mark }) => mark.type)).toEqual(['rule', 'area', 'line', 'rule', 'point'])
    expect(residuals!.map(({ mark }) => mark.type)).toEqual(['rule', 'rule', 'rule', 'point'])
    const values = (layer: number) => main![layer]!.data.values
    expect(values(4)).toHaveLength(8)
    expect(new Set(values(2).map(({ law }) => law)).size).toBe(4)
    expect(Math.max(...values(2).map(({ x }) => x!))).toBe(8000)
    for (const { y, low, high } of [...values(4), ...values(1)]) {
      expect(low!).toBeLessThan(y!)
      expect(high!).toBeGreaterThan(y!)
    }
  })
})
