import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Json, prettyJson, sha256 } from '@lawbook/base'
import { type Measure, type Row, tableToCsv } from '@lawbook/schemas'
import {
  above,
  axis,
  band,
  categoryAxis,
  defineFigures,
  endLabels,
  intervalRule,
  line,
  logAxis,
  panel,
  points,
  referenceLine,
  region,
  residualStrip,
  series,
  smallMultiples,
  unlabelled,
} from '../src/index.ts'

/** A small made-up study with every layer in it: what an experiment's `figures.ts` looks like. */
const names = { bm25: 'BM25', tfidf: 'TF-IDF', glove: 'GloVe', use: 'USE-lite', jaccard: 'Jaccard' }
const forms = { log: 'a − b ln N', power: 'a + b N⁻¹', flat: 'a' }
const sizes = [10, 20, 50, 100, 200, 500, 1000]

const curves: Row[] = Object.keys(names).flatMap((router, r) =>
  sizes.map((skills) => {
    const fitted = 0.98 - 0.056 * r - (0.09 + 0.012 * r) * Math.log10(skills / 10)
    const residual = 0.012 * Math.sin(skills * 7 + r * 1.3)
    return { router, skills, fitted, lo: fitted - 0.02, hi: fitted + 0.02, accuracy: fitted + residual, residual }
  }),
)
const slopes: Row[] = Object.keys(names).map((router, r) => {
  const b = 0.9 + 0.1 * r
  return { router, b, lo90: b - 0.1, hi90: b + 0.1, lo995: b - 0.2, hi995: b + 0.22 }
})
const rivals: Row[] = Object.keys(forms).flatMap((form, i) =>
  sizes.map((skills) => ({ form, router: 'bm25', skills, accuracy: 0.95 - (0.1 - 0.03 * i) * Math.log10(skills) })),
)
export const tables: Record<string, Row[]> = { curves, slopes, rivals }

export default defineFigures('sample-study', [
  {
    id: 'accuracy-by-size',
    title: 'Routing accuracy falls with the size of the library',
    width: 'column',
    tables: ['curves'],
    spec: ({ tables, theme }) => {
      const by = series({ field: 'router', names })
      const rows = tables.curves!
      const x = logAxis({ field: 'skills', title: 'library size N (skills)', domain: [8, 1200] })
      const y = axis({ field: 'accuracy', title: 'routing accuracy', domain: [0.3, 1], format: '.0%' })
      const fitted = { ...y, field: 'fitted' }
      const residual = axis({ field: 'residual', title: 'residual', domain: [-0.02, 0.02], ticks: [-0.02, 0, 0.02] })
      const top = unlabelled(x)
      const height = theme.width * 0.6
      const layers = [
        band({ x: top, y, lo: 'lo', hi: 'hi', by }),
        line({ x: top, y: fitted, by }),
        points({ x: top, y, by }),
        endLabels(theme, { x: top, y, by, rows, height }),
      ]
      return above(
        panel({ width: theme.width, height, rows, layers }),
        residualStrip({ width: theme.width, height: height / 4, x, y: residual, by, rows }),
      )
    },
    caption: ({ measures }) => ({
      text: `Five routers; R² = ${measures.r2!.value}.`,
      alt: 'Accuracy of five routers falls along straight lines over the logarithm of library size.',
      n: '120 requests',
      interval: 'percentile bootstrap',
      level: '90 %',
      resampled: 'requests',
    }),
  },
  {
    id: 'slopes',
    title: 'Slopes',
    width: 'column',
    tables: ['slopes'],
    spec: ({ tables, claims, theme }) => {
      const by = series({ field: 'router', names })
      const x = axis({ field: 'b', title: 'slope b (points per doubling)', domain: [0.5, 1.8], grid: true })
      const y = categoryAxis({ field: 'router', title: null, names })
      const printed = Number(claims['sample/slope']!.number)
      const layers = [
        referenceLine({ across: 'x', position: x, at: printed, label: `printed ${printed}` }),
        intervalRule({ x, y, lo: 'lo995', hi: 'hi995', by, along: 'x', weight: 'outer' }),
        intervalRule({ x, y, lo: 'lo90', hi: 'hi90', by, along: 'x', weight: 'inner' }),
        points({ x, y, by }),
      ]
      return panel({ width: theme.width, height: 70, rows: tables.slopes!, layers })
    },
    caption: () => ({
      text: 'Slopes.',
      alt: 'Slopes.',
      n: '5',
      interval: 'bootstrap',
      level: '90 %',
      resampled: 'rows',
    }),
  },
  {
    id: 'rivals',
    title: 'Rival forms',
    width: 'full',
    tables: ['rivals', 'curves'],
    spec: ({ tables, theme }) => {
      const by = series({ field: 'router', names: { bm25: 'BM25' }, legend: true })
      const x = logAxis({ field: 'skills', title: 'library size N', domain: [8, 1200], label: 'power' })
      const y = axis({ field: 'accuracy', title: 'routing accuracy', domain: [0.5, 1], format: '.0%' })
      return smallMultiples({
        by: 'form',
        names: forms,
        columns: 3,
        width: theme.width,
        height: 90,
        tables: { fitted: tables.rivals!, measured: tables.rivals! },
        layers: (only) => [
          region({ x, from: 200, to: 1200, label: 'held out' }),
          referenceLine({ across: 'y', position: y, at: 0.6, label: 'floor', labelAt: 'start' }),
          only('fitted', line({ x, y, by })),
          only('measured', points({ x, y, by })),
        ],
      })
    },
    caption: () => ({ text: 'Forms.', alt: 'Forms.', n: '7', interval: 'none', level: 'none', resampled: 'nothing' }),
  },
])

export const measures: Measure[] = [
  {
    id: 'r2',
    title: 'R²',
    value: 0.97,
    i90: [0.95, 0.98],
    i995: [0.94, 0.99],
    method: 'made up',
    resampled: 'nothing',
    n: 7,
    unit: '1',
    evidence: 'synthetic',
  },
]

export const claims = [
  {
    id: 'sample/slope',
    ref: 'S1',
    paper: 'sample',
    measure: 'r2',
    locator: { where: 'abstract' },
    statement: 'The slope is 1.3.',
    printed: '1.3 points',
    kind: 'value',
    number: '1.3',
    unit: 'points',
    neutral: 0,
    population: 'libraries-like-it',
    source: 'paper',
    trust: 'low',
    comparability: 'same-protocol',
    tolerance: { rule: 'quarter', value: null, why: 'a sample' },
    rivals: [],
    holdsIn: [],
    seen: false,
    decides: 'another slope',
  },
]

/** An experiment's folder as the bin finds it, in a new temporary folder: `figures` is the text of its `figures.ts`. */
export async function writeStudy(
  options: { fidelity?: 'full' | 'quick' | 'local'; figures?: string } = {},
): Promise<string> {
  const folder = join(await mkdtemp(join(tmpdir(), 'figures-')), 'sample-study')
  const data = join(folder, 'results', 'data')
  await mkdir(data, { recursive: true })
  const files = Object.entries(tables).map(([id, rows]) => ({ id, rows: rows.length, csv: tableToCsv(rows, id) }))
  for (const { id, csv } of files) await writeFile(join(data, `${id}.csv`), csv)
  const result = {
    schema: 'lawbook/result@1',
    experiment: 'sample-study',
    title: 'A sample',
    fidelity: options.fidelity ?? 'full',
    measures: measures as unknown as Json,
    fits: [],
    attrition: [],
    decisions: 0,
    choices: [],
    notes: [],
    tables: files.map(({ id, rows, csv }) => ({ id, file: `${id}.csv`, rows, sha256: sha256(csv) })),
    evidence: [],
  }
  await writeFile(join(data, 'result.json'), prettyJson(result))
  await writeFile(join(folder, 'claims.json'), prettyJson({ schema: 'lawbook/claims@1', claims }))
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }')
  const here = fileURLToPath(import.meta.url)
  await writeFile(join(folder, 'figures.ts'), options.figures ?? `export { default } from ${JSON.stringify(here)}\n`)
  return folder
}
