import { sha256 } from '@lawbook/base'
import { csvToTable, type Ledger, type Measure, type Row } from '@lawbook/schemas'
import { describe, expect, it } from 'vitest'
import {
  defineExperiment,
  type Evidence,
  type Findings,
  noEvidence,
  type RunOptions,
  resultFiles,
  runExperiment,
} from '../src/index.ts'
import { measure, sample } from './sample.ts'

const findings: Findings = { measures: [measure], fits: [], tables: {}, notes: [] }
/** An experiment that finds just this. */
const finding = (found: Partial<Findings>, seen: Partial<Evidence> = {}) =>
  runExperiment(
    defineExperiment({
      id: 'trial',
      title: 'Trial',
      choices: {},
      observe: async () => ({ ...noEvidence, ...seen }),
      run: async () => ({ ...findings, ...found }),
    }),
  )
const withMeasure = (change: Partial<Measure>) => finding({ measures: [{ ...measure, ...change }] })

describe('runExperiment', () => {
  it('returns the record and the files it refers to, by the hash of their bytes', async () => {
    const { result, files, tables } = await runExperiment(sample)
    expect(result).toMatchObject({
      schema: 'lawbook/result@1',
      experiment: 'sample',
      fidelity: 'full',
      decisions: 20,
      choices: [
        { name: 'scale', value: '2' },
        { name: 'draws', value: '4' },
      ],
      notes: ['a note'],
      tables: [{ id: 'points', file: 'points.csv', rows: 20 }],
      evidence: [
        { id: 'rows', file: 'evidence/rows.csv', rows: 20 },
        { id: 'books', file: 'evidence/books.csv', rows: 6 },
      ],
    })
    for (const ref of [...result.tables, ...result.evidence]) expect(sha256(files[ref.file]!)).toBe(ref.sha256)
    expect(csvToTable(files['points.csv']!)).toEqual(tables.points)
    expect(Object.keys(files).sort()).toEqual(['evidence/books.csv', 'evidence/rows.csv', 'points.csv'])
  })

  it('gives the same bytes twice', async () => {
    expect(resultFiles(await runExperiment(sample))).toEqual(resultFiles(await runExperiment(sample)))
  })

  it('gives the same bytes from its evidence, as written, as from the data', async () => {
    const observed = await runExperiment(sample)
    const { attrition, decisions } = observed.result
    const tables = { rows: csvToTable(observed.files['evidence/rows.csv']!) }
    const data = { id: 'numbers', load: () => Promise.reject(new Error('evidence needs no data')) }
    const replayed = await runExperiment(
      { ...sample, data: { numbers: data } },
      { evidence: { tables, attrition, decisions } },
    )
    expect(resultFiles(replayed)).toEqual(resultFiles(observed))
  })

  it('hands `run` rows at the digits of their file, whether observed or given', async () => {
    const seen: Row[][] = []
    const spy: typeof sample = {
      ...sample,
      run: async ({ evidence }) => {
        seen.push([...evidence.rows!])
        return findings
      },
    }
    const { result } = await runExperiment(spy)
    await runExperiment(spy, { evidence: { ...result, tables: { rows: [{ third: 1 / 3 }] } } })
    expect(seen.map((rows) => rows[0]!.third)).toEqual([0.3333333333, 0.3333333333])
  })

  it('puts other data through the same experiment, and does not load its own', async () => {
    const data = { id: 'numbers', load: () => Promise.reject(new Error('not wanted')) }
    const { tables } = await runExperiment(
      { ...sample, data: { numbers: data } },
      { data: { numbers: [3, 6] }, choices: { draws: 1 } },
    )
    expect(tables.points?.map(({ third }) => third)).toEqual([1, 2])
  })

  it('lets given choices win over quick ones, and quick ones over defaults', async () => {
    const choices = async (options: RunOptions<typeof sample.data & {}, typeof sample.choices>) =>
      Object.fromEntries((await runExperiment(sample, options)).result.choices.map(({ name, value }) => [name, value]))
    expect(await choices({ fidelity: 'quick' })).toEqual({ scale: '2', draws: '1' })
    expect(await choices({ fidelity: 'quick', choices: { draws: 3 } })).toEqual({ scale: '2', draws: '3' })
    expect(await choices({ choices: { scale: 5 } })).toEqual({ scale: '5', draws: '4' })
    expect((await runExperiment(sample, { fidelity: 'quick' })).result.fidelity).toBe('quick')
  })

  it('draws streams that are its own and do not depend on the order of work', async () => {
    const noise = async (experiment: typeof sample, backwards = false) => {
      const { evidence } = await runExperiment({
        ...experiment,
        async observe({ data, stream }) {
          const order = data.numbers.map((_, i) => (backwards ? data.numbers.length - 1 - i : i))
          const rows = order.map((i) => ({ i, third: 1, name: 'x', noise: stream('noise', i).normal() }))
          return { ...noEvidence, tables: { rows: rows.sort((a, b) => a.i - b.i) } }
        },
      })
      return evidence.rows!.map((row) => row.noise)
    }
    expect(await noise(sample, true)).toEqual(await noise(sample))
    expect(await noise({ ...sample, id: 'other' })).not.toEqual(await noise(sample))
  })

  it('reports progress', async () => {
    const calls: unknown[] = []
    await runExperiment(sample, { progress: (...call) => void calls.push(call) })
    expect(calls.at(-1)).toEqual([5, 5, 'rows'])
  })
})

describe('what is refused', () => {
  const rowsOf = (n: number): Row[] => Array.from({ length: n }, (_, i) => ({ i }))

  it('a table of more than 5,000 rows; evidence may have more', async () => {
    await expect(finding({ tables: { points: rowsOf(5001) } })).rejects.toMatchObject({
      code: 'LB_SCHEMA',
      message: 'table points of trial has 5001 rows; at most 5000: put raw rows into evidence',
    })
    const fine = await finding({ tables: { points: rowsOf(5000) } }, { tables: { points: rowsOf(5001) } })
    expect(fine.result.evidence[0]?.rows).toBe(5001)
  })

  it('two measures of one id', async () => {
    await expect(finding({ measures: [measure, measure] })).rejects.toMatchObject({
      code: 'LB_DUPLICATE_ID',
      message: 'trial returns the measure mean twice',
    })
  })

  it('NaN, wherever it stands', async () => {
    const nan = { code: 'LB_NOT_FINITE' }
    await expect(withMeasure({ value: Number.NaN })).rejects.toMatchObject(nan)
    await expect(withMeasure({ i995: [0.8, Number.POSITIVE_INFINITY] })).rejects.toMatchObject(nan)
    await expect(finding({ tables: { points: [{ x: Number.NaN }] } })).rejects.toMatchObject({
      ...nan,
      message: 'table points of trial, row 0, column x is NaN; write null and give a reason in the notes',
    })
    await expect(finding({}, { tables: { rows: [{ x: Number.NaN }] } })).rejects.toMatchObject(nan)
  })

  it('intervals that are not nested, or of zero width without being arithmetic', async () => {
    await expect(withMeasure({ i90: [0.7, 1.1] })).rejects.toMatchObject({ code: 'LB_INTERVAL' })
    const exact = { i90: [1, 1], i995: [1, 1] } as const
    await expect(withMeasure(exact)).rejects.toMatchObject({
      code: 'LB_INTERVAL',
      message: expect.stringContaining('zero width'),
    })
    await expect(withMeasure({ ...exact, evidence: 'arithmetic' })).resolves.toBeDefined()
    // Different in memory, but equal at the digits that are written.
    await expect(withMeasure({ i90: [1 - 1e-14, 1 + 1e-14] })).rejects.toMatchObject({ code: 'LB_INTERVAL' })
  })

  it('books that do not balance', async () => {
    const ledger: Ledger = { stage: 'draws', planned: 3, used: 1, excluded: [], failed: 0, missing: 1 }
    await expect(finding({}, { attrition: [ledger] })).rejects.toMatchObject({ code: 'LB_BOOKS', exit: 4 })
  })

  it('an evidence table in the place of the books', async () => {
    await expect(finding({}, { tables: { books: [{ n: 1 }] } })).rejects.toMatchObject({
      code: 'LB_DUPLICATE_ID',
      message: expect.stringContaining('"books"'),
    })
  })

  it('a record that its schema does not know', async () => {
    await expect(withMeasure({ unit: '' })).rejects.toMatchObject({
      code: 'LB_SCHEMA',
      message: expect.stringContaining('measures[0].unit is ""'),
    })
  })
})
