import { expect, test } from 'vitest'
import { arms } from '../src/arms.ts'
import { differences, effects, meanOf, shapleyShares } from '../src/effects.ts'
import type { Observed } from '../src/evidence.ts'
import { plantedRows } from '../src/worlds.ts'

/** One router and three tasks alike: half pass with an edited library more, a fifth with the gate, a tenth with the check. */
const observed: Observed = {
  tasks: ['a', 'b', 'c'].map((id) => ({ id, domain: id, level: 'L1' })),
  routers: [
    {
      ...{ id: 'r', short: 'r' },
      columns: new Map(
        arms.map(({ id, library, gate, closure }) => {
          const share = (library === 'raw' ? 0 : 0.5) + (gate ? 0.2 : 0) + (closure ? 0.1 : 0)
          return [`${id}.strict`, Float64Array.from([share, share, share])]
        }),
      ),
    },
  ],
  bounds: [],
  libraries: [],
}

test('an effect is the later arm less the plain one, in points', () => {
  expect(differences(observed, effects.library, 'strict')[0]).toBeCloseTo(50)
  expect(differences(observed, effects.transfer, 'strict')[2]).toBeCloseTo(80)
})

test('where parts add up, each has its own change as its share: library, gate, closure check', () => {
  const shares = shapleyShares(observed, 'authors', 'strict').map((values) => values[0])
  for (const [part, points] of [50, 20, 10].entries()) expect(shares[part]).toBeCloseTo(points)
})

test('without any spread between tasks there is a value and no interval', () => {
  expect(meanOf(Float64Array.of(5, 5, 5), Int32Array.of(0, 1, 2))).toEqual({ value: 5, i90: null, i995: null })
})

test('a planted world moves each measure by its part of the published gain', () => {
  const stream = () => ({ uniform: () => 0.7 }) as never
  const rows = plantedRows({ observed, metric: 'strict', published: 12, replicates: 1, stream })
  const pointsOf = (world: string, measure: string) =>
    rows.find((row) => row.world === world && row.measure === measure)!.value
  expect(pointsOf('as-claimed', 'transfer')).toBeCloseTo(12)
  expect(pointsOf('as-claimed', 'library')).toBeCloseTo(6)
  expect(pointsOf('around-it', 'library')).toBeCloseTo(0)
  expect(pointsOf('reversed', 'gate')).toBeCloseTo(-3)
})
