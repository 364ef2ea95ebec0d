import { streamsOf } from '@lawbook/base'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitSkills } from './splits.ts'

/** Skills s0, s1, ... with a family and a stratum each. */
const library = fc.array(
  fc.record({ family: fc.integer({ min: 0, max: 12 }), stratum: fc.constantFrom('x', 'y', '') }),
  {
    minLength: 1,
    maxLength: 60,
  },
)
const maps = (skills: { family: number; stratum: string }[]) => ({
  family: new Map(skills.map(({ family }, i) => [`s${i}`, `f${family}`])),
  stratum: new Map(skills.flatMap(({ stratum }, i) => (stratum === '' ? [] : [[`s${i}`, stratum] as const]))),
})

describe('splitSkills', () => {
  it('gives every skill a half and keeps families whole', () => {
    fc.assert(
      fc.property(library, fc.string(), (skills, seed) => {
        const { family, stratum } = maps(skills)
        const halves = splitSkills(family, stratum, streamsOf(seed)('split'))
        expect(halves.size).toBe(skills.length)
        const byFamily = new Set([...halves].map(([id, half]) => `${family.get(id)} ${half}`))
        expect(byFamily.size).toBe(new Set(family.values()).size)
      }),
    )
  })

  it('balances every stratum to within one where families are single skills of one stratum', () => {
    const family = new Map(Array.from({ length: 101 }, (_, i) => [`s${i}`, `s${i}`]))
    const stratum = new Map([...family.keys()].map((id, i) => [id, i % 3 === 0 ? 'x' : 'y']))
    const halves = splitSkills(family, stratum, streamsOf('test')('split'))
    for (const label of ['x', 'y']) {
      const inCalibration = [...halves].filter(
        ([id, half]) => stratum.get(id) === label && half === 'calibration',
      ).length
      const all = [...stratum.values()].filter((other) => other === label).length
      expect(Math.abs(2 * inCalibration - all)).toBeLessThanOrEqual(1)
    }
  })

  it('depends on the seed and on nothing else: not on the order of the skills', () => {
    const family = new Map(Array.from({ length: 40 }, (_, i) => [`s${i}`, `f${i % 30}`]))
    const reversed = new Map([...family].reverse())
    const split = (map: Map<string, string>, seed: string) =>
      Object.fromEntries(splitSkills(map, new Map(), streamsOf(seed)('split')))
    expect(split(reversed, 'a')).toEqual(split(family, 'a'))
    expect(split(family, 'b')).not.toEqual(split(family, 'a'))
  })
})
