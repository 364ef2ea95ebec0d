import { streamsOf } from '@lawbook/base'
import { exposed } from '@lawbook/skills'
import type { RankMatrix } from '@lawbook/sweeps'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { budgetEffect } from './budget.ts'
import { absolute } from './contrast.ts'
import { kinWeights } from './judged.ts'
import { breakSize, listedShares } from './listedShare.ts'
import { sumsOfSquares } from './spread.ts'
import { packageRows } from './tally.ts'
import { groupedCurves, skillsBefore } from './twoLevel.ts'
import { unitsOf, withCentroids } from './units.ts'

const stream = streamsOf('parts-of-exposure-policy')

/** Every order of the numbers 0..n-1. */
function orders(n: number): number[][] {
  if (n === 0) return [[]]
  return orders(n - 1).flatMap((rest) =>
    Array.from({ length: n }, (_, at) => [...rest.slice(0, at), n - 1, ...rest.slice(at)]),
  )
}

test('a budget changes accuracy as all orders of all libraries say', () => {
  const lengths = Int32Array.of(3, 5, 2, 4, 6)
  const [skills, size, budget, target] = [5, 4, 9, 1]
  // Skill j in full is entry 2j, by name 2j + 1.
  const ranks = Uint16Array.of(4, 5, 2, 65535, 2, 6, 5, 65535, 3, 1)
  const matrix: RankMatrix = { requests: 1, skills: 10, ranks, targets: Int32Array.of(2) }
  const full = Int32Array.of(0, 2, 4, 6, 8)
  const name = Int32Array.of(1, 3, 5, 7, 9)
  const outcome = (order: readonly number[], characters: number): number => {
    let used = 0
    let open = true
    const entries = order.map((j) => {
      used += lengths[j]!
      open &&= used <= characters
      return { j, rank: ranks[open ? 2 * j : 2 * j + 1]! }
    })
    const right = entries.find(({ j }) => j === target)!.rank
    if (entries.some(({ rank }) => rank < right)) return 0
    return 1 / entries.filter(({ rank }) => rank === right).length
  }
  const libraries = orders(skills)
    .map((order) => order.slice(0, size))
    .filter((order) => order.includes(target))
  const wanted =
    libraries.reduce((sum, order) => sum + outcome(order, budget) - outcome(order, 1000), 0) / libraries.length
  const { change, decisions } = budgetEffect({
    matrix,
    doubled: { library: { skills: [] }, full, name },
    lengths,
    targets: Int32Array.of(target),
    size,
    draws: 20_000,
    budgets: [budget, 1000],
    stream,
  })
  expect(Math.abs(wanted)).toBeGreaterThan(0.05)
  expect(Math.abs(change[0]![0]! - wanted)).toBeLessThan(0.012)
  expect(change[1]![0]).toBe(0)
  expect(decisions).toBe(40_000)
})

test('the share that is listed in full is that of all orders', () => {
  const lengths = [3, 5, 2, 4, 6]
  const all = orders(5)
  const wanted = [1, 2, 3, 5].map((size) => {
    const counts = all.map((order) => {
      let [k, used] = [0, 0]
      while (k < size && (used += lengths[order[k]!]!) <= 9) k++
      return k
    })
    return counts.reduce((sum, k) => sum + k, 0) / counts.length / size
  })
  const found = listedShares(lengths, 9, [1, 2, 3, 5], 20_000, stream('shares'))
  for (const [i, share] of wanted.entries()) expect(Math.abs(share - found[i]!)).toBeLessThan(0.01)
  expect(breakSize(lengths, 40)).toBe(10)
})

describe('the analysis of variance', () => {
  test('its parts add up to the variance of the cells', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 24, maxLength: 24 }), (cells) => {
        const parts = sumsOfSquares((a, b, c) => cells[a * 8 + b * 2 + c]!, [3, 4, 2])
        const mean = cells.reduce((sum, y) => sum + y, 0) / 24
        const variance = cells.reduce((sum, y) => sum + (y - mean) * (y - mean), 0) / 24
        expect(parts.reduce((sum, part) => sum + part, 0)).toBeCloseTo(variance, 10)
      }),
    )
  })

  test('an additive table has main effects alone', () => {
    const parts = sumsOfSquares((a, b, c) => 3 * a + b - 2 * c, [3, 4, 2])
    expect(parts[0]).toBeCloseTo(6, 12)
    expect(parts[1]).toBeCloseTo(1.25, 12)
    expect(parts[2]).toBeCloseTo(1, 12)
    for (const part of parts.slice(3)) expect(part).toBeCloseTo(0, 12)
  })
})

test('an absolute value has the interval of the values inside', () => {
  const fold = (lo: number, hi: number) => absolute({ value: (lo + hi) / 2, i90: [lo, hi], i995: [lo - 1, hi + 1] })
  expect(fold(2, 4)).toEqual({ value: 3, i90: [2, 4], i995: [1, 5] })
  expect(fold(-4, -2)).toEqual({ value: 3, i90: [2, 4], i995: [1, 5] })
  expect(fold(-1, 4)).toEqual({ value: 1.5, i90: [0, 4], i995: [0, 5] })
})

test('kin share one weight', () => {
  expect(kinWeights([{ kin: 'a' }, { kin: 'b' }, { kin: 'a' }])).toEqual([0.25, 0.5, 0.25])
})

const skill = (id: string, owner = 'p') => ({
  ...{ id, name: id, description: '', body: '', package: owner, licence: 'MIT', tags: [] },
})
const request = (id: string, of: string) =>
  ({ id, skill: of, wording: 'direct', domain: 'd', abstract: false, text: 't' }) as const

test('sums by package are rounded, and null where nothing was computed', () => {
  const library = { skills: [skill('s', 'p'), skill('t', 'q')] }
  const requests = ['s', 't', 's'].map((of, i) => request(`r${i}`, of))
  const right = Float64Array.of(1, 0.5, 0, 0.25004, 1, Number.NaN)
  expect(packageRows({ router: 'r' }, { library }, requests, [{ arm: 'a', sizes: [10, 20], right }])).toEqual([
    { router: 'r', package: 'p', n: 2, 'a.10': 2, 'a.20': null },
    { router: 'r', package: 'q', n: 1, 'a.10': 0, 'a.20': 0.25 },
  ])
})

test('tied units come before as in all their orders', () => {
  const members = [2, 1, 4]
  const known = new Map<number, number>()
  for (const order of orders(4)) {
    // Unit 3 is the right one.
    const before = order.slice(0, order.indexOf(3)).reduce((sum, u) => sum + members[u]!, 0)
    known.set(before, (known.get(before) ?? 0) + 1 / 24)
  }
  const found = skillsBefore(Int32Array.from(members))
  for (let s = 0; s <= 7; s++) expect(found[s]).toBeCloseTo(known.get(s) ?? 0, 12)
})

test('the vectors of units have another name where units have other members', () => {
  const library = { skills: ['s', 't', 'u'].map((id) => skill(id)) }
  const vectors = new Map([
    ['s', Float32Array.of(1, 0)],
    ['t', Float32Array.of(0, 1)],
    ['u', Float32Array.of(1, 0)],
  ])
  const sentenceVectors = { id: 'v', dimensions: 2, vector: (text: string) => vectors.get(text) ?? null }
  const made = ['aab', 'abb'].map((families) => {
    const units = unitsOf(library, new Map([...families].map((family, j) => [library.skills[j]!.id, family])))
    const { id, vector } = withCentroids({ sentenceVectors }, units, library).sentenceVectors!
    return { id, vector, listing: exposed(units.library.skills[0]!) }
  })
  expect(made[0]!.id).not.toBe(made[1]!.id)
  expect(made[0]!.vector(made[0]!.listing)![0]).toBeCloseTo(Math.SQRT1_2, 6)
  expect(made[0]!.vector('s')).toEqual(vectors.get('s'))
})

test.each([
  ['no unit ties', [2, 1, 3]],
  ['one unit ties', [2, 2, 3]],
  ['all units tie', [1, 1, 1]],
  ['one unit ties, one is better', [2, 2, 1]],
])('two levels are won as often as in all libraries: %s', (_, unitRow) => {
  // Seven skills in three units; the request is meant for skill 0 of unit 0, whose other members are 1 and 2.
  const unitOf = Int32Array.of(0, 0, 0, 1, 1, 2, 2)
  const units = {
    library: { skills: ['u', 'v', 'w'].map((id) => skill(id)) },
    unitOf,
    members: Int32Array.of(3, 2, 2),
  }
  const skillRow = [3, 3, 2, 1, 4, 5, 65535]
  const matrix = (row: readonly number[]): RankMatrix => ({
    requests: 1,
    skills: row.length,
    ranks: Uint16Array.from(row),
    targets: Int32Array.of(0),
  })
  const sizes = [1, 2, 4, 7]
  const grouped = groupedCurves(matrix(unitRow), matrix(skillRow), units, sizes)
  const libraries = (size: number): number[][] =>
    Array.from({ length: 64 }, (_, bits) => [0, ...[1, 2, 3, 4, 5, 6].filter((j) => (bits >> (j - 1)) & 1)]).filter(
      (members) => members.length === size,
    )
  const mean = (size: number, right: (members: readonly number[]) => number): number => {
    const all = libraries(size)
    return all.reduce((sum, members) => sum + right(members), 0) / all.length
  }
  const unitShare = (members: readonly number[]): number => {
    const there = [...new Set(members.map((j) => unitOf[j]!))].map((u) => unitRow[u]!)
    const best = Math.min(...there)
    return unitRow[0] === best ? 1 / there.filter((rank) => rank === best).length : 0
  }
  const skillShare = (members: readonly number[]): number => {
    const inside = members.filter((j) => unitOf[j] === 0)
    const best = Math.min(...inside.map((j) => skillRow[j]!))
    return skillRow[0] === best ? 1 / inside.filter((j) => skillRow[j] === best).length : 0
  }
  sizes.forEach((size, k) => {
    expect(grouped.unitPick[k]).toBeCloseTo(mean(size, unitShare), 12)
    expect(grouped.twoLevel[k]).toBeCloseTo(
      mean(size, (members) => unitShare(members) * skillShare(members)),
      12,
    )
  })
})
