import type { Law } from '@lawbook/estimators'
import { type Measure, tableToCsv } from '@lawbook/schemas'
import type { Point } from './points.ts'
import { type Draft, type Files, readme, records } from './shared.ts'
import { quoted } from './synthetic.ts'

/** The measure that a drafted claim reads: R² where the sentence speaks of it, else the law's last parameter. */
export function curveMeasure(law: Law, printed: string): Pick<Measure, 'id' | 'unit'> {
  if (/R(²|\^?2)/.test(printed)) return rSquaredMeasure
  const { name, unit } = law.parameters.at(-1)!
  return { id: name, unit }
}

const rSquaredMeasure = { id: 'r2', unit: '1' }

/** A package that fits a law to the author's own rows, copied into it. */
export function curvePackage(draft: Draft, law: Law, points: readonly Point[]): Files {
  return {
    ...records(draft, ['base', 'estimators', 'experiment', 'figures', 'schemas']),
    'README.md': readme(
      draft,
      `The rows of \`rows.csv\` under the law ${law.equation}. Write here where the rows come from, what they show and what they cannot show.`,
    ),
    'rows.csv': tableToCsv(points, 'rows.csv'),
    'rows.ts': rows,
    'experiment.ts': experiment(draft, law),
    'figures.ts': figures(draft, law),
    'experiment.test.ts': test(draft, law),
  }
}

const rows = `import { fileURLToPath } from 'node:url'
import { readText } from '@lawbook/base'
import { csvToTable, type Row } from '@lawbook/schemas'

const path = fileURLToPath(new URL('rows.csv', import.meta.url))

/** The points of the curve: columns x and y. */
export const rows = { id: 'rows', load: async (): Promise<Row[]> => csvToTable(await readText(path), path) }
`

function experiment({ id, title }: Draft, law: Law): string {
  return `import { fail } from '@lawbook/base'
import { clusterJackknife, fitLaw, lawById, logOneMinus, nestedIntervals, predict, rSquared } from '@lawbook/estimators'
import { defineExperiment } from '@lawbook/experiment'
import type { FitRecord, Measure, Row } from '@lawbook/schemas'
import { rows } from './rows.ts'

const law = lawById('${law.id}')

export default defineExperiment({
  id: '${id}',
  title: ${quoted(title)},
  data: { rows },
  choices: { law: law.id },
  async observe({ data }) {
    const planned = data.rows.length
    const ledger = { stage: 'points', planned, used: planned, excluded: [], failed: 0, missing: 0 }
    return { tables: { points: data.rows }, attrition: [ledger], decisions: 0 }
  },
  async run({ evidence }) {
    const points = evidence.points ?? []
    const n = points.length
    const { value, se, df } = clusterJackknife({
      clusters: Int32Array.from(points, (_, i) => i),
      statistic: (leftOut) => fitted(points.filter((_, i) => i !== leftOut)).statistic,
    })
    const { values, r2 } = fitted(points)
    const measure = (name: string, title: string, unit: string, i: number): Measure => {
      const scale = name === 'r2' ? { transform: logOneMinus } : {}
      const nested = nestedIntervals({ value: value[i]!, se: se[i]!, df, sided: 'two', ...scale })
      return {
        id: name,
        title,
        value: nested.value,
        i90: [...nested.i90],
        i995: [...nested.i995],
        method: \`least squares, \${law.equation}; delete-one-point jackknife\`,
        resampled: \`points (\${n})\`,
        n,
        unit,
        evidence: 'published',
      }
    }
    const own = law.parameters.map(({ name, unit }, i) => measure(name, name, unit, i))
    const fit: FitRecord = {
      id: law.id,
      law: law.id,
      equation: law.equation,
      series: 'rows',
      status: 'converged',
      parameters: own.map(({ id, value, i90, unit }) => ({ name: id, value: value!, i90, unit })),
      n,
      domain: \`x from \${Math.min(...points.map(({ x }) => Number(x)))} to \${Math.max(...points.map(({ x }) => Number(x)))}\`,
      loss: 'squared error in y',
      r2,
    }
    return {
      measures: [...own, measure('${rSquaredMeasure.id}', 'R²', '${rSquaredMeasure.unit}', law.parameters.length)],
      fits: [fit],
      tables: { curve: points.map(({ x, y }, i) => ({ series: 'rows', x: x!, y: y!, fitted: values[i]! })) },
      notes: [],
    }
  },
})

/** The law on some points: its parameters, its values there, R², and what the jackknife resamples. */
function fitted(points: readonly Row[]) {
  const x = Float64Array.from(points, (point) => Number(point.x))
  const y = Float64Array.from(points, (point) => Number(point.y))
  const fit = fitLaw(law, x, y)
  if (fit.status !== 'converged') fail('LB_FIT', \`the law \${law.id} does not fit \${x.length} points: \${fit.status}\`)
  const values = predict(law, x, fit.parameters)
  const r2 = rSquared(y, values)
  const statistic = Float64Array.of(...fit.parameters, logOneMinus.forward(r2))
  return { values, r2, statistic }
}
`
}

function figures({ id }: Draft, law: Law): string {
  return `import { axis, defineFigures, line, logAxis, panel, points, series } from '@lawbook/figures'

export default defineFigures('${id}', [
  {
    id: 'curve',
    title: 'Points and the fitted law',
    width: 'column',
    tables: ['curve'],
    spec: ({ tables, theme }) => {
      const rows = tables.curve!
      const by = series({ field: 'series', names: { rows: 'rows' } })
      const xs = rows.map(({ x }) => Number(x))
      const ys = rows.flatMap(({ y, fitted }) => [Number(y), Number(fitted)])
      const x = logAxis({ field: 'x', title: 'x', domain: [Math.min(...xs), Math.max(...xs)] })
      const y = axis({ field: 'y', title: 'y', domain: [Math.min(...ys), Math.max(...ys)] })
      return panel({
        width: theme.width - 40,
        height: 130,
        rows,
        layers: [line({ x, y: { ...y, field: 'fitted' }, by }), points({ x, y, by })],
      })
    },
    caption: ({ tables, measures }) => ({
      text: 'The points and the fitted law ${law.equation}.',
      alt: \`\${tables.curve!.length} points and a fitted curve; R squared is \${measures.r2?.value?.toFixed(3) ?? 'unknown'}.\`,
      n: \`\${tables.curve!.length} points\`,
      interval: 'none drawn',
      level: 'none',
      resampled: 'nothing',
    }),
  },
])
`
}

function test({ id }: Draft, law: Law): string {
  return `import { streamsOf } from '@lawbook/base'
import { fitLaw, lawById, predict } from '@lawbook/estimators'
import { runExperiment } from '@lawbook/experiment'
import { expect, test } from 'vitest'
import experiment from './experiment.ts'
import { rows } from './rows.ts'

test('${id} recovers a planted ${law.id} law', async () => {
  const law = lawById('${law.id}')
  const real = await rows.load()
  const x = Float64Array.from(real, (row) => Number(row.x))
  const fit = fitLaw(law, x, Float64Array.from(real, (row) => Number(row.y)))
  if (fit.status !== 'converged') throw new Error(fit.status)
  const truth = predict(law, x, fit.parameters)
  const stream = streamsOf('${id}')('planted')
  const spread = (Math.max(...truth) - Math.min(...truth)) / 200
  const planted = Array.from(x, (value, i) => ({ x: value, y: truth[i]! + spread * stream.normal() }))
  const { result } = await runExperiment(experiment, { data: { rows: planted } })
  for (const [i, { name }] of law.parameters.entries()) {
    const { i995 } = result.measures.find((measure) => measure.id === name)!
    expect(i995![0]).toBeLessThan(fit.parameters[i]!)
    expect(i995![1]).toBeGreaterThan(fit.parameters[i]!)
  }
})

test('${id} refuses rows that do not determine the law', async () => {
  const few = (await rows.load()).slice(0, ${law.parameters.length})
  await expect(runExperiment(experiment, { data: { rows: few } })).rejects.toThrow(/distinct x/)
})
`
}
