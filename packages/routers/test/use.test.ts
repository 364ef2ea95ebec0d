import { roundScore } from '@lawbook/base'
import { expect, test } from 'vitest'
import { use } from '../src/use.ts'
import { described, sentenceVectors } from './handMade.ts'
import { request } from './library.ts'

const library = described('one', 'two', 'three')
const vectors = sentenceVectors({
  's0. one': [1, 0],
  's1. two': [3, 4],
  's2. three': [-1, 0],
  'a need': [0, 1],
  [`${'x'.repeat(60)} and more`]: [5, 12],
})

test('cosines by hand; every skill is matched, also at zero and below', async () => {
  const fitted = await use.build(library, { sentenceVectors: vectors })
  expect(fitted.score(request('a need'))).toEqual({
    values: Float64Array.of(0, 0.8, 0),
    matched: Uint8Array.of(1, 1, 1),
  })
  expect([...fitted.score(request(`${'x'.repeat(60)} and more`)).values]).toEqual(
    [5 / 13, 63 / 65, -5 / 13].map(roundScore),
  )
})

test('a text without a vector is named and told what to do', async () => {
  const missing = (text: string) =>
    expect.objectContaining({ code: 'LB_DATA_MISSING', message: expect.stringContaining(`"${text}"`) })
  const fitted = await use.build(library, { sentenceVectors: vectors })
  expect(() => fitted.score(request(`${'y'.repeat(60)}z`))).toThrow(missing('y'.repeat(60)))
  expect(() => fitted.score(request('unheard of'))).toThrow(/by hand.*build it again/)
  await expect(async () => use.build(described('four'), { sentenceVectors: vectors })).rejects.toThrow(
    missing('s0. four'),
  )
  await expect(async () => use.build(library, {})).rejects.toThrow(expect.objectContaining({ code: 'LB_DATA_MISSING' }))
})
