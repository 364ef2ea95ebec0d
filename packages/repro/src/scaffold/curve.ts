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
    'experiment.ts': experiment(draft, law, cutOf(law, points)),
    'figures.ts': figures(draft, law),
    'experiment.test.ts': test(draft, law),
  }
}

/**
 * Where the extrapolation of the fit's record is cut: two thirds of the sizes are fitted, at least one more than the law
 * has parameters, and at least one lies beyond. `readPoints` has seen to it that there are two more than parameters.
 */
function cutOf(law: Law, points: readonly Point[]): number {
  const sizes = [...new Set(points.map(({ x }) => x))].sort((a, b) => a - b)
  const fitted = Math.max(law.parameters.length + 1, Math.ceil((2 * sizes.length) / 3))
  return sizes[fitted - 1]!
}

const rows = `import { fileURLToPath } from 'node:url'
import { readText } from '@lawbook/base'
import { csvToTable, type Row } from '@lawbook/schemas'

const path = fileURLToPath(new URL('rows.csv', import.meta.url))

/** The points of the curve: columns x and y. */
export const rows = { id: 'rows', load: async (): Promise<Row[]> => csvToTable(await readText(path), path) }
`

function experiment({ id, title }: Draft, law: Law, from: number): string {
  return `import { fail } from '@lawbook/base'
import {
  clusterJackknife,
  fitChecklist,
  fitLaw,
  lawById,
  logOneMinus,
  nestedIntervals,
  predict,
  rSquared,
} from '@lawbook/estimators'
import { defineExperiment } from '@lawbook/experiment'
import type { Measure, Row } from '@lawbook/schemas'
import { rows } from './rows.ts'

const law = lawById('${law.id}')

export default defineExperiment({
  id: '${id}',
  title: ${quoted(title)},
  data: { rows },
  // The law is also fitted up to \`from\` and predicted beyond; its parameters are printed with \`digits\` digits.
  choices: { law: law.id, from: ${from}, digits: 3 },
  async observe({ data }) {
    const planned = data.rows.length
    const ledger = { stage: 'points', planned, used: planned, excluded: [], failed: 0, missing: 0 }
    return { tables: { points: data.rows }, attrition: [ledger], decisions: 0 }
  },
  async run({ evidence, choices }) {
    const points = evidence.points ?? []
    const n = points.length
    const { value, se, df } = clusterJackknife({
      clusters: Int32Array.from(points, (_, i) => i),
      statistic: (leftOut) => fitted(points.filter((_, i) => i !== leftOut)).statistic,
    })
    const { x, y, fit, values } = fitted(points)
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
    const record = fitChecklist({
      id: law.id,
      law,
      points: { x, y },
      fit,
      series: 'rows',
      row: 'one line of rows.csv',
      unit: 'y',
      exclusions: [],
      weights: 'equal',
      interval: {
        method: 'delete-one-point jackknife',
        level: '90 %',
        resampled: \`points (\${n})\`,
        estimates: own.map(({ i90 }, i) => ({ se: se[i]!, i90 })),
      },
      rivals: { reason: 'no other law has been tried yet' },
      from: choices.from,
      digits: choices.digits,
    })
    return {
      measures: [...own, measure('${rSquaredMeasure.id}', 'R²', '${rSquaredMeasure.unit}', law.parameters.length)],
      fits: [record],
      tables: { curve: points.map(({ x, y }, i) => ({ series: 'rows', x: x!, y: y!, fitted: values[i]! })) },
      notes: [],
    }
  },
})

/** The law on some points: the fit, its values there, and what the jackknife resamples: parameters and R². */
function fitted(points: readonly Row[]) {
  const x = Float64Array.from(points, (point) => Number(point.x))
  const y = Float64Array.from(points, (point) => Number(point.y))
  const fit = fitLaw(law, x, y)
  if (fit.status !== 'converged') fail('LB_FIT', \`the law \${law.id} does not fit \${x.length} points: \${fit.status}\`)
  const values = predict(law, x, fit.parameters)
  const statistic = Float64Array.of(...fit.parameters, logOneMinus.forward(rSquared(y, values)))
  return { x, y, fit, values, statistic }
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
