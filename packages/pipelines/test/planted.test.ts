import { streamsOf } from '@lawbook/base'
import { chosenPointwise, type PointwiseRouter } from '@lawbook/routers'
import { expect, test } from 'vitest'
import { observePipelines, pipelineRows, plantedPipelines, readEvidence } from '../src/index.ts'

const [bm25, tfIdf] = chosenPointwise(['bm25', 'tf-idf']) as [PointwiseRouter, PointwiseRouter]
const stream = streamsOf('planted pipelines')('test')
const pairs = Array.from({ length: 12 }, (_, i) => ({
  class: (['tight', 'loose', 'independent'] as const)[i % 3]!,
  first: 3 + i,
  alone: 20 + i,
  state: 2 * (i % 5),
  wrong: 25 + 2 * i,
  shared: i % 3,
}))
const chains = [
  [21, 25, 29, 24, 22],
  [32, 23, 20],
].map((alone) => alone.map((n) => ({ alone: n, state: Math.floor(n / 2) })))
const planted = plantedPipelines({ skills: 600, pairs, chains, stream })

test.each([bm25, tfIdf])('$id comes to the planted counts, and the placebo moves nobody', async (router) => {
  const { counts } = await observePipelines(
    { data: planted.data, library: planted.library, routers: [router], resources: {} },
    ['alone', 'other', 'plan', 'state', 'placebo', 'wrong-0'],
  )
  const cells = (arm: string, of: 'steps' | 'together'): string[] =>
    String(counts.find((row) => row.arm === arm)![of]).split(';')
  const second = (arm: string): (number | undefined)[] =>
    cells(arm, 'steps')
      .slice(0, 12)
      .map((cell) => Number(cell.split(' ')[1]))
  expect(
    cells('alone', 'steps')
      .slice(0, 12)
      .map((cell) => Number(cell.split(' ')[0])),
  ).toEqual(pairs.map(({ first }) => first))
  expect(second('alone')).toEqual(pairs.map(({ alone }) => alone))
  expect(second('other')).toEqual(pairs.map(({ alone }) => alone))
  expect(second('state')).toEqual(pairs.map(({ state }) => state))
  // A skill may happen to hold a word of the step and both of the placebo: one pair in twelve, by one.
  const moved = second('placebo').filter((n, i) => n !== pairs[i]!.alone)
  expect(moved.length).toBeLessThanOrEqual(1)
  expect(second('wrong-0')).toEqual(pairs.map(({ wrong }) => wrong))
  expect(
    cells('alone', 'together')
      .slice(0, 12)
      .map((cell) => Number(cell.split(' ')[1])),
  ).toEqual(pairs.map(({ first, alone, shared }) => first + alone - shared))
  expect(cells('alone', 'steps')[12]).toBe('21 25 29 24 22')
  expect(cells('state', 'steps')[12]).toBe('21 12 14 12 11')
})

test('the evidence gives back exact chances', async () => {
  const asked = { data: planted.data, library: planted.library, routers: [bm25], resources: {} }
  const { counts, ways } = await observePipelines(asked, ['alone', 'state'], { closedLoop: true })
  const evidence = readEvidence({ pipelines: pipelineRows(planted.data, planted.library), counts, ways })
  const M = evidence.pipelines[0]!.competitors
  expect(M).toBe(600 + planted.data.skills.length - 2)
  // One competitor of N = 3 is drawn: the chance that it is none of the beaters.
  expect(evidence.step('bm25', 'alone', 0, 1, 3)).toBeCloseTo(1 - 20 / M, 12)
  expect(evidence.together('bm25', 'state', 0, 1, 3)).toBeCloseTo(1 - 3 / M, 12)
  // No other skill is accepted: the closed loop is both steps right, the second with the executed state.
  expect(evidence.closedLoop('bm25', 0, 100)).toBeCloseTo(evidence.together('bm25', 'state', 0, 1, 100)!, 12)
})
