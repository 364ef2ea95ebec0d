import type { PointwiseRouter, Scores } from '@lawbook/routers'
import { libraryOf } from '@lawbook/skills'
import { describe, expect, test } from 'vitest'
import { csls, invertedSoftmax, mutualProximity, ourRouterStep, twoLevel } from '../../src/steps/index.ts'
import { scaled } from '../../src/steps/scaled.ts'
import { requestOf, skillOf } from './texts.ts'

const library = libraryOf(['a', 'b', 'c', 'hub'].map((name) => skillOf(name, name)))

/** Reads its scores out of the request: "1 2 - 4" is a value for each skill, - for unmatched. */
const reader: PointwiseRouter = {
  id: 'reader',
  title: 'reads scores',
  short: 'reader',
  kin: 'floor',
  cost: 'fast',
  kind: 'pointwise',
  source: 'test',
  build: () => ({
    score({ text }): Scores {
      const parts = text.split(' ')
      return {
        values: Float64Array.from(parts, (part) => (part === '-' ? 0 : Number(part))),
        matched: Uint8Array.from(parts, (part) => (part === '-' ? 0 : 1)),
      }
    },
  }),
}

const bank = [requestOf('a', '9 1 2 8.5'), requestOf('b', '1 9 2 7'), requestOf('c', '2 1 9 9')]
const scoreWith = async (router: PointwiseRouter, text: string): Promise<Scores> =>
  (await router.build(library, {})).score(requestOf('a', text))
const order = ({ values }: Scores): number[] => [...values.keys()].sort((i, j) => values[j]! - values[i]!)

describe.each([csls(10, 0.7), csls(1, 0.5), invertedSoftmax(1), mutualProximity()])('$id', (step) => {
  test('turns away a hub that the router would choose, and is named after both', async () => {
    const wrapped = step.wrap(reader, bank)
    expect(wrapped.id).toBe(`reader+${step.id}`)
    expect(order(await scoreWith(reader, '7.9 1 2 8'))[0]).toBe(3)
    expect(order(await scoreWith(wrapped, '7.9 1 2 8'))[0]).toBe(0)
  })

  test('keeps who is matched, whatever the scale of the scores', async () => {
    const plain = await scoreWith(step.wrap(reader, bank), '7 - 2 8')
    expect([...plain.matched]).toEqual([1, 0, 1, 1])
    const bigger = bank.map((request) => ({ ...request, text: times(request.text, 1000) }))
    const scaledUp = await scoreWith(step.wrap(reader, bigger), times('7 - 2 8', 1000))
    for (const [j, value] of plain.values.entries()) expect(scaledUp.values[j]).toBeCloseTo(value, 5)
    for (const value of plain.values) expect(value * 1e6).toBeCloseTo(Math.round(value * 1e6), 3)
  })

  test('is the router itself without calibration requests, and takes requests that match nothing', async () => {
    expect(await scoreWith(step.wrap(reader, []), '7 1 2 8')).toEqual(await scoreWith(reader, '7 1 2 8'))
    const nothing = await scoreWith(step.wrap(reader, [...bank, requestOf('a', '- - - -')]), '- - - -')
    expect([...nothing.values]).toEqual([0, 0, 0, 0])
    for (const value of (await scoreWith(step.wrap(reader, [requestOf('a', '- - - -')]), '1 2 3 4')).values)
      expect(Number.isFinite(value)).toBe(true)
  })

  test('does not hold a skill’s own requests against it', async () => {
    const own = [requestOf('a', '9 1 1 1'), requestOf('b', '1 2 1 1'), requestOf('c', '1 1 2 1')]
    const values = (await scoreWith(step.wrap(reader, own), '5 5 5 5')).values
    expect(values[0]).toBeGreaterThanOrEqual(values[3]!)
  })
})

describe('csls', () => {
  test('takes the strength times the mean of the k best off the scaled score', async () => {
    const { values } = await scoreWith(csls(2, 0.7).wrap(reader, bank), '7 1 2 8')
    const own = scaled(await scoreWith(reader, '7 1 2 8'))
    const hub = await Promise.all(bank.map(async ({ text }) => scaled(await scoreWith(reader, text))[3]!))
    const best = hub.sort((x, y) => y - x).slice(0, 2)
    expect(values[3]).toBeCloseTo(own[3]! - 0.7 * ((best[0]! + best[1]!) / 2), 5)
  })

  test('is our default', () => {
    expect(ourRouterStep.id).toBe('csls')
  })
})

describe('twoLevel', () => {
  const familiesOf = () =>
    new Map([
      ['a', 'x'],
      ['b', 'x'],
      ['c', 'y'],
      ['hub', 'y'],
    ])

  test('by the mean chooses inside the family that suits best on the whole', async () => {
    const router = twoLevel({ by: 'mean', familiesOf }).wrap(reader, [])
    expect(router.id).toBe('reader+two-level-mean')
    expect(order(await scoreWith(router, '7 6 1 8'))).toEqual([0, 1, 3, 2])
  })

  test('by the mean prefers no family for its size', async () => {
    const router = twoLevel({
      by: 'mean',
      familiesOf: () =>
        new Map([
          ['a', 'x'],
          ['b', 'x'],
        ]),
    }).wrap(reader, [])
    expect(order(await scoreWith(router, '6 6 6.9 0'))).toEqual([2, 0, 1, 3])
  })

  test('by the best member chooses as before in the whole library', async () => {
    expect(order(await scoreWith(twoLevel({ by: 'best', familiesOf }).wrap(reader, []), '7 6 1 8'))).toEqual([
      3, 2, 0, 1,
    ])
  })
})

describe('scaled', () => {
  test('gives matched scores mean 0 and spread 1, unmatched ones the lowest', () => {
    const values = scaled({ values: Float64Array.of(1, 0, 3), matched: Uint8Array.of(1, 0, 1) })
    expect([...values]).toEqual([-1, -1, 1])
    expect([...scaled({ values: Float64Array.of(2, 2), matched: Uint8Array.of(1, 1) })]).toEqual([0, 0])
  })
})

const times = (text: string, factor: number): string =>
  text
    .split(' ')
    .map((part) => (part === '-' ? part : String(Number(part) * factor)))
    .join(' ')
