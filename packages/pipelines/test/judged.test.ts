import { expect, test } from 'vitest'
import { difficultPairs, judgedRouters, pairsOf, readCounts, readEvidence, writeCounts } from '../src/index.ts'

/** Six pairs and a chain among 102 skills; counts of beaters as text. */
const pipelines = [
  ...Array.from({ length: 6 }, (_, i) => ({
    pipeline: `p${i}`,
    class: 'tight',
    length: 2,
    skills: `a${i} b${i}`,
    families: 'f g',
    competitors: 100,
  })),
  { pipeline: 'q', class: null, length: 3, skills: 'a b c', families: 'f g h', competitors: 99 },
]
const row = (router: string, arm: string, steps: readonly string[]) => ({
  router,
  arm,
  steps: steps.join(';'),
  together: steps.join(';'),
})
const evidence = readEvidence({
  pipelines,
  counts: [
    row('sharp', 'other', ['0 50', '1 40', '0 30', '2 20', '0 10', '0 x', '']),
    row('blunt', 'other', ['90 1', '90 2', '90 3', '90 4', '90 5', '90 6', '']),
  ],
})
const routers = [
  { id: 'sharp', title: 'Sharp', kin: 'bm25' },
  { id: 'blunt', title: 'Blunt', kin: 'overlap' },
]

test('routers are judged by first steps in the other wording', () => {
  const judged = judgedRouters(evidence, routers, [{ size: 10, accuracy: 0.6 }])
  expect(judged.map(({ eligible }) => eligible)).toEqual([true, false])
})

test('the difficult third is the lowest in the other wording; never right is the most difficult', () => {
  expect(pairsOf(evidence)).toEqual([0, 1, 2, 3, 4, 5])
  expect([...difficultPairs(evidence, 'sharp', 20)].sort()).toEqual([0, 5])
  expect([...difficultPairs(evidence, 'blunt', 20)].sort()).toEqual([4, 5])
})

test('an arm that does not apply is null, one that was not asked is an error', () => {
  expect(evidence.step('sharp', 'other', 6, 0, 20)).toBeNull()
  expect(() => evidence.step('sharp', 'plan', 0, 0, 20)).toThrow('the evidence has no arm plan of the router sharp')
  expect(() => evidence.step('sharp', 'other', 0, 0, 1)).toThrow('a library of 1 cannot hold the 2 skills of p0')
})

test('counts are read back as they were written', () => {
  for (const counts of [[3], [-1], [3, 4, 4, -1]]) expect(readCounts(writeCounts(counts))).toEqual(counts)
  expect(writeCounts([7, 7])).toBe('7')
  expect(() => readCounts('')).toThrow('is no count of competitors')
})
