import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type AskedStep, countArm } from '../src/countArm.ts'
import { shareRight } from '../src/counts.ts'

const skills = 9
const idOf = (j: number): string => `skill-${j}`
/** Two or three steps with distinct right skills and strict ranks (no ties: those are a share of orders). */
const asked = fc
  .tuple(
    fc.integer({ min: 2, max: 3 }),
    fc.array(fc.shuffledSubarray([...Array(skills).keys()], { minLength: skills }), { minLength: 3, maxLength: 3 }),
    fc.boolean(),
  )
  .map(([length, orders, removed]) => ({
    removed,
    steps: orders.slice(0, length).map((order, k): AskedStep => {
      const row = new Uint16Array(skills)
      for (const [rank, j] of order.entries()) row[j] = rank + 1
      return { skill: k, row, request: `r${k}` }
    }),
  }))

/** Every library of n competitors beside the steps' own skills: how often step k, and all steps up to k, are right. */
function bruteForce(steps: readonly AskedStep[], n: number, removed: boolean): { steps: number[]; together: number[] } {
  const own = steps.map(({ skill }) => skill)
  const others = [...Array(skills).keys()].filter((j) => !own.includes(j))
  const libraries = subsets(others, n)
  const right = steps.map(() => 0)
  const together = steps.map(() => 0)
  for (const library of libraries) {
    let all = true
    for (const [k, { row, skill }] of steps.entries()) {
      // A skill that was picked rightly before has left the library; the step's own may not have.
      const gone = removed ? new Set(own.slice(0, k).filter((j) => j !== skill)) : new Set<number>()
      const here = [...library, ...own].filter((j) => !gone.has(j))
      const picked = here.reduce((a, b) => (row[b]! < row[a]! ? b : a))
      all &&= picked === skill
      right[k]! += Number(picked === skill)
      together[k]! += Number(all)
    }
  }
  return { steps: right.map((n) => n / libraries.length), together: together.map((n) => n / libraries.length) }
}

function subsets(from: readonly number[], n: number): number[][] {
  if (n === 0) return [[]]
  return from.flatMap((first, i) => subsets(from.slice(i + 1), n - 1).map((rest) => [first, ...rest]))
}

test('counts give the share of all libraries in which a step, and all steps together, are right', () => {
  fc.assert(
    fc.property(asked, fc.integer({ min: 0, max: 6 }), ({ steps, removed }, n) => {
      const competitors = skills - steps.length
      const drawn = Math.min(n, competitors)
      const counts = countArm(steps, idOf, removed)
      const expected = bruteForce(steps, drawn, removed)
      for (const k of steps.keys()) {
        expect(shareRight(counts.steps[k]!, { competitors, drawn })).toBeCloseTo(expected.steps[k]!, 12)
        expect(shareRight(counts.together[k]!, { competitors, drawn })).toBeCloseTo(expected.together[k]!, 12)
      }
    }),
  )
})

test('a skill beside the own ones is in every library, or in none where picked skills leave', () => {
  fc.assert(
    fc.property(asked, fc.integer({ min: 0, max: 5 }), ({ steps, removed }, n) => {
      const beside = skills - 1
      const others = [...Array(skills).keys()].filter((j) => j !== beside && j >= steps.length)
      const drawn = Math.min(n, others.length)
      const counts = countArm(steps, idOf, removed, beside).steps
      const libraries = subsets(others, drawn)
      for (const [k, { row, skill }] of steps.entries()) {
        const right = libraries.filter((library) => {
          const earlier = removed ? steps.slice(0, k).map((step) => step.skill) : []
          const held = [
            ...steps.map((step) => step.skill).filter((j) => !earlier.includes(j)),
            ...(removed ? [] : [beside]),
          ]
          return [...library, ...held].every((j) => row[j]! >= row[skill]!)
        })
        const draw = { competitors: others.length, drawn }
        expect(shareRight(counts[k]!, draw)).toBeCloseTo(right.length / libraries.length, 12)
      }
    }),
  )
})

test('ties are broken evenly: with t tied competitors drawn for sure, the right skill wins once in t + 1', () => {
  const row = Uint16Array.from({ length: 400 }, () => 1)
  for (const drawn of [3, 30]) {
    const shares = Array.from({ length: 200 }, (_, i) => {
      const counts = countArm([{ skill: 0, row, request: `request-${i}` }], idOf, false).steps[0]!
      return shareRight(counts, { competitors: 399, drawn })
    })
    expect(shares.reduce((a, b) => a + b) / 200).toBeCloseTo(1 / (drawn + 1), 2)
  }
})

test('a skill that shares nothing with the request is never picked', () => {
  const row = Uint16Array.of(65535, 1, 2)
  expect(countArm([{ skill: 0, row, request: 'r' }], idOf, false).steps).toEqual([[-1]])
})
