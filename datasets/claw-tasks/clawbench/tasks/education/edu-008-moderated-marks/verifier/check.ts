import assert from 'node:assert/strict'
import type { Verifier } from '@lawbook/benchmarks'
import { type Files, near, tableOf, textOf, untouched } from '../../../../../kit/verify.ts'

const marks = (after: Files) => tableOf(after, 'marks.csv', ['student', 'raw', 'deduction', 'mark'])

/** A number with one decimal, or with none if that is zero. */
function rounded(cell: string | undefined, value: number): void {
  assert.match(cell ?? '', /^\d+(\.\d)?$/)
  near(cell, value, 0.051)
}

function column(after: Files, name: string, expected: Readonly<Record<string, number>>): void {
  for (const [student, value] of Object.entries(expected))
    rounded(marks(after).find((row) => row.student === student)?.[name], value)
}

function feedback(after: Files, student: string, points: readonly number[], mark: number): void {
  const lines = textOf(after, `feedback/${student}.txt`).trim().split('\n')
  const pairs = lines.map((line) => line.split(':').map((part) => part.trim()))
  assert.deepEqual(
    pairs.map(([name]) => name),
    ['argument', 'sources', 'language', 'mark'],
  )
  points.forEach((value, k) => {
    near(pairs[k]![1], value, 0.051)
  })
  rounded(pairs[3]![1], mark)
}

const verifier: Verifier = [
  {
    id: 'who-is-marked',
    weight: 2,
    test: ({ after }) =>
      assert.deepEqual(
        marks(after).map(({ student }) => student),
        ['ana', 'bo', 'cy', 'fi', 'gil'],
      ),
  },
  {
    id: 'raw',
    weight: 3,
    test: ({ after }) => column(after, 'raw', { ana: 64.583, bo: 60.417, cy: 62.5, fi: 100, gil: 33.333 }),
  },
  {
    id: 'deductions',
    weight: 3,
    test: ({ after }) => column(after, 'deduction', { ana: 0, bo: 5, cy: 15, fi: 20, gil: 0 }),
  },
  {
    id: 'marks',
    weight: 3,
    test: ({ after }) => column(after, 'mark', { ana: 64.583, bo: 40, cy: 47.5, fi: 80, gil: 33.333 }),
  },
  {
    id: 'escalations',
    weight: 3,
    test: ({ after }) =>
      assert.deepEqual(
        tableOf(after, 'escalations.csv', ['work', 'criterion', 'reason']).map(
          ({ work, criterion, reason }) => `${work} ${criterion} ${reason}`,
        ),
        ['W4 language apart', 'W5 sources single'],
      ),
  },
  {
    id: 'feedback',
    weight: 2,
    test: ({ after }) => {
      feedback(after, 'ana', [2.5, 2, 4], 64.6)
      feedback(after, 'bo', [1, 4, 3.5], 40)
      feedback(after, 'cy', [3, 1.5, 3], 47.5)
      feedback(after, 'fi', [4, 4, 4], 80)
      feedback(after, 'gil', [2, 0.5, 1], 33.3)
    },
  },
  {
    id: 'no-feedback-for-escalated',
    weight: 1,
    test: ({ after }) => {
      const written = [...after.keys()].filter((name) => name.startsWith('feedback/')).sort()
      assert.deepEqual(
        written,
        ['ana', 'bo', 'cy', 'fi', 'gil'].map((name) => `feedback/${name}.txt`),
      )
    },
  },
  {
    id: 'inputs-kept',
    weight: 1,
    test: ({ before, after }) => {
      marks(after)
      untouched({ before, after })
    },
  },
]
export default verifier
