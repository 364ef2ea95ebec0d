import type { Measure, Row } from '@lawbook/schemas'
import { defineExperiment, type Findings } from '../src/index.ts'

export const numbers = { id: 'numbers', load: async (): Promise<readonly number[]> => [1, 2, 4, 8, 16] }

export const measure: Measure = {
  id: 'mean',
  title: 'Mean',
  value: 1,
  i90: [0.9, 1.1],
  i995: [0.8, 1.2],
  method: 'by hand',
  resampled: 'rows',
  n: 5,
  unit: 'one',
  evidence: 'synthetic',
}

/** A small experiment: its rows are noisy thirds of the data, its measure their scaled mean. */
export const sample = defineExperiment({
  id: 'sample',
  title: 'A sample',
  data: { numbers },
  choices: { scale: 2, draws: 4 },
  quick: { draws: 1 },

  async observe({ data, choices, stream, progress }) {
    const rows: Row[] = []
    for (const [i, x] of data.numbers.entries()) {
      for (let draw = 0; draw < choices.draws; draw++)
        rows.push({
          third: x / 3,
          name: `row, "${i}"`,
          noise: stream('noise', i, draw).normal(),
          gone: null,
          even: x % 2 === 0,
        })
      progress(i + 1, data.numbers.length, 'rows')
    }
    const n = data.numbers.length
    const ledger = {
      stage: 'numbers',
      planned: n + 1,
      used: n,
      excluded: [{ reason: 'spare', n: 1 }],
      failed: 0,
      missing: 0,
    }
    return { tables: { rows }, attrition: [ledger], decisions: rows.length }
  },

  async run({ evidence, choices, stream }): Promise<Findings> {
    const rows = evidence.rows!
    const value =
      (choices.scale * rows.reduce((sum, { third, noise }) => sum + Number(third) + Number(noise), 0)) / rows.length
    const half = 1 + stream('interval').uniform()
    return {
      measures: [
        {
          ...measure,
          value,
          i90: [value - half, value + half],
          i995: [value - 2 * half, value + 2 * half],
          n: rows.length,
        },
      ],
      fits: [],
      tables: { points: rows.map(({ third, name }, i) => ({ i, third: third!, name: name! })) },
      notes: ['a note'],
    }
  },
})
