import { fileURLToPath } from 'node:url'
import { streamsOf } from '@lawbook/base'
import { expected, loadRegistry } from '@lawbook/claims'
import { drawRanks, logLaw } from '@lawbook/worlds'
import { expect, test } from 'vitest'
import { choices } from './choices.ts'
import { structureWorlds } from './plantedStructure.ts'

const competitors = 1143
const requests = 20_000

test('the claims about structure are true or false in the planted worlds as their records say, by a large draw', async () => {
  const { claims } = await loadRegistry(fileURLToPath(new URL('../..', import.meta.url)))
  const stream = streamsOf('structure.test')
  const apart = Int32Array.from({ length: requests }, (_, i) => i)
  const ranks = drawRanks(logLaw({ a: 0.834, b: 0.042, competitors }), apart, 0, stream('ranks'))
  for (const [world, arrange] of Object.entries(structureWorlds(competitors, choices))) {
    const sums = [0, 0, 0]
    for (const { beaten, targetMatched } of ranks)
      if (targetMatched) for (const [k, right] of arrange(beaten, stream('places', world)).entries()) sums[k]! += right
    const [near, far, farLarge] = sums.map((sum) => (100 * sum) / requests) as [number, number, number]
    for (const [measure, gap] of [
      ['near-far-gap', far - near],
      ['thousand-gap', farLarge - near],
    ] as const) {
      const claim = claims.find((candidate) => candidate.measure === measure)!
      const holds = gap > expected(claim).allowed.lo!
      expect([world, measure, holds]).toEqual([world, measure, claim.holdsIn.includes(world)])
      expect(claim.rivals.includes(world)).toBe(!holds)
    }
  }
})

test('in a structureless world each library misses the beaters as often as any library of its size', () => {
  const { structureless } = structureWorlds(competitors, choices)
  const stream = streamsOf('structure.test')('anywhere')
  const beaten = 20
  const sums = [0, 0, 0]
  for (let i = 0; i < requests; i++)
    for (const [k, right] of structureless!(beaten, stream).entries()) sums[k]! += right
  const missed = (k: number): number => {
    let chance = 1
    for (let j = 0; j < k; j++) chance *= (competitors - beaten - j) / (competitors - j)
    return chance
  }
  expect(sums[0]! / requests).toBeCloseTo(missed(29), 1)
  expect(sums[1]! / requests).toBeCloseTo(missed(29), 1)
  expect(sums[2]! / requests).toBeCloseTo(missed(999), 2)
})
