import type { Request } from '@lawbook/skills'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { packageSums, sampleFrom } from '../src/packageSums.ts'
import { meanCurve, sizeOf } from '../src/sample.ts'
import { planted } from './plantedLibrary.ts'
import { mean } from './table.ts'

const packages = ['a', 'b', 'c']
const made = planted(6, 12)
const library = { skills: made.library.skills.map((skill, j) => ({ ...skill, package: packages[j % 3]! })) }
const packageOf = ({ skill }: Request): string => library.skills.find(({ id }) => id === skill)!.package

test('sums by package come back as means over all requests and over all but those of a package', () => {
  const values = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 12, maxLength: 12 })
  fc.assert(
    fc.property(values, values, fc.shuffledSubarray(made.requests, { minLength: 4 }), (left, right, requests) => {
      const columns = { left: Float64Array.from(left), right: Float64Array.from(right) }
      const rows = packageSums(library, requests, columns)
      const sample = sampleFrom(rows, ['right', 'left'], packages)
      expect(sizeOf(sample)).toMatchObject({ requests: requests.length, clusters: rows.length })
      for (const leftOut of [null, 0, 1, 2]) {
        const kept = [...requests.keys()].filter(
          (i) => leftOut === null || packageOf(requests[i]!) !== packages[leftOut],
        )
        if (kept.length === 0) continue
        const curve = meanCurve(sample, leftOut)
        expect(curve[0]).toBeCloseTo(mean(kept.map((i) => right[i]!)), 12)
        expect(curve[1]).toBeCloseTo(mean(kept.map((i) => left[i]!)), 12)
      }
    }),
  )
})

test('rows follow the first request of each package, and what was not computed is null', () => {
  const asked = ['c', 'a', 'c'].map((name) => made.requests.find((request) => packageOf(request) === name)!)
  const rows = packageSums(library, asked, { x: Float64Array.of(1, 0.5, 2), y: Float64Array.of(1, Number.NaN, 1) })
  expect(rows).toEqual([
    { package: 'c', n: 2, x: 3, y: 2 },
    { package: 'a', n: 1, x: 0.5, y: null },
  ])
  expect(() => sampleFrom(rows, ['x', 'y'], packages)).toThrow(/a lack the column y/)
})

test('rows that are not there, columns that are missing and strangers are refused', () => {
  const rows = packageSums(library, made.requests, { x: new Float64Array(12) })
  expect(() => sampleFrom(rows, ['z'], packages)).toThrow(expect.objectContaining({ code: 'LB_DATA_MISSING' }))
  expect(() => sampleFrom([], ['x'], packages)).toThrow(/no sums by package of x/)
  expect(() => sampleFrom(rows, ['x'], ['a', 'b'])).toThrow(expect.objectContaining({ code: 'LB_DANGLING' }))
  const stranger = { ...made.requests[0]!, skill: 'nobody' }
  expect(() => packageSums(library, [stranger], {})).toThrow(/meant for nobody/)
})
