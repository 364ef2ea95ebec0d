import { defineRouter, type PointwiseRouter } from '@lawbook/routers'
import { libraryOf, type Request, type Skill } from '@lawbook/skills'
import { describe, expect, test } from 'vitest'
import { forecast } from '../../src/forecast/forecast.ts'
import { optimismAt, reference } from '../../src/forecast/reference.ts'
import { reachOf } from '../../src/forecast/spread.ts'

const skills = (n: number): Skill[] =>
  Array.from({ length: n }, (_, j) => ({
    id: `own@1.0.0:${String(j).padStart(4, '0')}`,
    name: `skill ${j}`,
    description: 'does something',
    body: '',
    package: 'own',
    licence: 'MIT',
    tags: [],
  }))

/** `beaten`: how many other skills a request's right one is beaten by, below 0 if it is not found at all: its text. */
const request = (skill: Skill, beaten: number, k = 0): Request => ({
  id: `${skill.id} ${k}`,
  skill: skill.id,
  wording: 'direct',
  domain: '',
  abstract: false,
  text: String(beaten),
})

/** A router that puts as many other skills above the right one as the request says. */
const planted: PointwiseRouter = defineRouter({
  id: 'bm25',
  title: 'planted',
  short: 'planted',
  kin: 'floor',
  kind: 'pointwise',
  cost: 'fast',
  source: 'this test',
  build: ({ skills: listed }) => ({
    score: ({ skill, text }) => {
      const target = listed.findIndex(({ id }) => id === skill)
      const values = Float64Array.from(listed, (_, j) => (j === target ? 0.5 : 0))
      for (let j = 0, above = 0; above < Number(text); j++) if (j !== target && ++above > 0) values[j] = 1
      const matched = new Uint8Array(listed.length).fill(1)
      if (Number(text) < 0) matched[target] = 0
      return { values, matched }
    },
  }),
})

/** 64 skills, two requests each; a quarter of the skills are always right, others are beaten by 1, 2, 3, ... skills. */
const library = libraryOf(skills(64))
const requests = library.skills.flatMap((skill, j) =>
  [0, 1].map((k) => request(skill, j % 4 === 0 ? 0 : (j + k) % 16, k)),
)
const ask = (options: Partial<Parameters<typeof forecast>[0]> = {}) =>
  forecast({ library, basis: 'requests', requests, router: planted, ...options })

describe('a forecast', () => {
  test('starts from the exact curve up to today', async () => {
    const { points, curve, law, router } = await ask()
    const right = requests.filter(({ text }) => text === '0').length / requests.length
    expect(points.map(({ size, factor }) => [size, factor])).toEqual([
      [64, 1],
      [128, 2],
      [256, 4],
    ])
    expect(points[0]!.accuracy.value).toBeCloseTo(right, 9)
    expect(curve.at(-1)).toEqual({ size: 64, accuracy: points[0]!.accuracy.value })
    // Among 8 of 64 skills a request that r others beat is right with probability C(63 - r, 7) / C(63, 7).
    const among8 = (beaten: number): number =>
      Array.from({ length: 7 }, (_, i) => (63 - beaten - i) / (63 - i)).reduce((a, b) => a * b, 1)
    const expected = requests.reduce((sum, { text }) => sum + among8(Number(text)), 0) / requests.length
    expect(curve.find(({ size }) => size === 8)!.accuracy).toBeCloseTo(expected, 9)
    expect([law, router]).toEqual(['power', 'bm25'])
  })

  test('falls, with intervals that widen and hold the spread of the reference libraries', async () => {
    const { points } = await ask()
    const [now, twice, four] = points.map(({ accuracy }) => accuracy)
    expect(twice!.value).toBeLessThan(now!.value)
    expect(four!.value).toBeLessThan(twice!.value)
    const width = (share: typeof now): number => share!.high - share!.low
    expect(width(twice)).toBeGreaterThan(width(now))
    expect(width(four)).toBeGreaterThan(width(twice))
    const { below, above } = reachOf(reference.spreads[1]!, requests.length)
    expect(four!.value - four!.low).toBeGreaterThan(below)
    expect(four!.high - four!.value).toBeGreaterThan(above)
  })

  test('is made of requests for this library alone, in any order', async () => {
    const stray = { ...requests[0]!, id: 'stray', skill: 'other@1.0.0:9' }
    const shuffled = await ask({ requests: [stray, ...[...requests].reverse()] })
    const { points } = await ask()
    expect(shuffled.points[0]).toEqual(points[0])
    expect(shuffled.notes[0]).toBe('of 129 requests 128 are used: those for skills of the library, at most 4000')
  })

  test('counts a right skill that shares nothing with its request as never right', async () => {
    const half = requests.map((one, i) => (i % 2 === 0 ? { ...one, text: '0' } : { ...one, text: '-1' }))
    const { curve } = await ask({ requests: half })
    for (const { accuracy } of curve) expect(accuracy).toBeCloseTo(0.5, 9)
  })

  test('is led through what the agent got right', async () => {
    const anchor = { value: 0.9, low: 0.8, high: 0.95, n: 60 }
    const { points, curve } = await ask({ basis: 'picks', anchor })
    const plain = await ask()
    expect(points[0]!.accuracy).toEqual(anchor)
    expect(curve.at(-1)!.accuracy).toBeCloseTo(0.9, 9)
    const odds = (p: number): number => p / (1 - p)
    const by = odds(0.9) / odds(plain.points[0]!.accuracy.value)
    expect(odds(points[2]!.accuracy.value) / odds(plain.points[2]!.accuracy.value)).toBeCloseTo(by, 6)
    expect(points[2]!.accuracy.low).toBeLessThan(points[2]!.accuracy.value - 0.1)
  })

  test('from an agent that is never wrong is a number', async () => {
    const { points } = await ask({ basis: 'picks', anchor: { value: 1, low: 0.95, high: 1, n: 60 } })
    for (const { accuracy } of points)
      for (const value of [accuracy.value, accuracy.low, accuracy.high]) expect(value >= 0 && value <= 1).toBe(true)
  })

  test('from probes says how they differ from requests, and nobody else’s does', async () => {
    const probes = await ask({ basis: 'bodies' })
    expect(probes.optimism).toEqual(optimismAt('bm25', 64))
    expect(probes.references.map(({ library: name }) => name.split(', ')[1])).toContain('probes from bodies')
    expect((await ask()).optimism).toBeNull()
    const other = await ask({ basis: 'bodies', router: { ...planted, id: 'unheard-of' } })
    expect([other.optimism, other.references]).toEqual([null, []])
  })

  test('is not made from too little, and says why', async () => {
    const few = await ask({ requests: requests.slice(0, 19) })
    expect(few.notes).toEqual([
      'no forecast: 19 requests for skills of the library are too few; at least 20 are needed',
    ])
    expect([few.points, few.basis, few.law]).toEqual([[], null, null])
    const small = await ask({ library: libraryOf(library.skills.slice(0, 7)) })
    expect(small.notes[0]).toContain('7 skills are too few')
    const one = await ask({ requests: Array.from({ length: 30 }, (_, k) => request(library.skills[0]!, 1, k)) })
    expect(one.notes[0]).toContain('meant for one skill')
    const unknown = await ask({ basis: 'picks' })
    expect(unknown.notes[0]).toContain('do not say what was expected')
  })

  test('of a router that is always right keeps an interval', async () => {
    const { points } = await ask({ requests: library.skills.map((skill) => request(skill, 0)) })
    expect(points.map(({ accuracy }) => accuracy.value)).toEqual([1, 1, 1])
    for (const { accuracy } of points) expect(accuracy.low).toBeLessThan(0.97)
  })
})
