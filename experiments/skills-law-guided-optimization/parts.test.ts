import type { Edit, Edited } from '@lawbook/audit'
import { streamsOf } from '@lawbook/base'
import { type Library, libraryOf, type Skill } from '@lawbook/skills'
import { meanCurve } from '@lawbook/sweeps'
import { describe, expect, test } from 'vitest'
import { agreementOf } from './agreement.ts'
import { blackHolesIn } from './blackHoles.ts'
import { choices } from './choices.ts'
import { contributionsOf } from './contributions.ts'
import { editCounts } from './editCounts.ts'
import { combined, estimate } from './estimate.ts'
import type { Book, Panel } from './evidence.ts'
import { halfOfPackages, otherWording, readFor } from './folds.ts'
import { type JudgedId, judge, judgedIds, overPlacebo } from './judge.ts'
import { wholeLibrary } from './outcomes.ts'
import { placeboOf } from './placebo.ts'
import type { JudgedRouter, Scene } from './scene.ts'
import { allOf, maskText, ordersOf, subsetsOf } from './subsets.ts'
import { touchOf } from './touched.ts'
import { parsed, plantedPanel, truth, worlds } from './worlds.ts'

const stream = streamsOf('parts')
const skill = (id: string, description: string, owner = 'p'): Skill => ({
  ...{ id, name: id, description, body: '', package: owner, licence: 'MIT', tags: [] },
})
const library = libraryOf(['a', 'b', 'c', 'd', 'e', 'f'].map((id) => skill(id, `does ${id}`)))
const adding = (id: string) => ({
  ...{ id, title: id, source: 'planted' },
  edit: ({ skills }: Library): Edited => ({
    library: libraryOf(skills.map((one) => ({ ...one, description: `${one.description} ${id}` }))),
    edits: [],
  }),
})

describe('subsets and orders', () => {
  const steps = ['x', 'y', 'z'].map(adding)
  test('entry `mask` has the steps whose bits are set, in their order', () => {
    const texts = subsetsOf(library, steps, []).map(({ library: { skills } }) => skills[0]!.description)
    expect(texts).toEqual(['', ' x', ' y', ' x y', ' z', ' x z', ' y z', ' x y z'].map((end) => `does a${end}`))
    expect([maskText(2, 4), maskText(allOf(4), 4)]).toEqual(['0100', '1111'])
  })
  test('every order once, each applied as its letters say', () => {
    const all = ordersOf(library, steps, [])
    expect(new Set(all.map(({ order }) => order)).size).toBe(6)
    const one = all.find(({ order }) => order === 'CAB')!
    expect(one.edited.library.skills[0]!.description).toBe('does a z x y')
  })
})

describe('folds', () => {
  test('what is read is of the part, in the wording that is not tested', () => {
    const request = (id: string, wording: 'direct' | 'situated') => ({
      ...{ id: `${id}-${wording}`, skill: id, wording, domain: '', abstract: false, text: '' },
    })
    const all = ['a', 'b'].flatMap((id) => [request(id, 'direct'), request(id, 'situated')])
    expect(otherWording('situated')).toBe('direct')
    expect(readFor('direct', all, (id) => id === 'b').map(({ id }) => id)).toEqual(['b-situated'])
  })
  test('halves of packages are about as large, and no package is cut', () => {
    const skills = [8, 6, 4, 2].flatMap((size, p) =>
      Array.from({ length: size }, (_, k) => ({ id: `${p}-${k}`, package: `p${p}` })),
    )
    const inHalf = halfOfPackages(skills)
    expect(skills.filter(({ id }) => inHalf(id)).map(({ package: name }) => name)).toEqual([
      ...Array.from({ length: 8 }, () => 'p0'),
      ...Array.from({ length: 2 }, () => 'p3'),
    ])
  })
})

describe('placebo', () => {
  const after = new Map([
    ['a', 'does a one two'],
    ['b', 'b three'],
    ['c', 'does c four'],
  ])
  const rewritten = library.skills
    .filter(({ id }) => id !== 'e')
    .map((one) => ({ ...one, description: after.get(one.id) ?? one.description }))
  const removed: Edit = { step: 's', reason: 'r', kind: 'remove', before: library.skills[4]! }
  const placebo = placeboOf(library, { library: libraryOf(rewritten), edits: [removed] }, stream('placebo'))
  const textOf = (id: string): string | undefined => placebo.library.skills.find((one) => one.id === id)?.description

  test('as many skills go as went, not those that went by name', () => {
    expect(placebo.library.skills).toHaveLength(5)
    expect(placebo.edits.map(({ kind }) => kind)).toEqual(['remove'])
  })
  test('added words are those of another listing; what was taken out stays out', () => {
    const texts = ['a', 'b', 'c'].flatMap((id) => textOf(id) ?? [])
    const own = [...after.values()]
    for (const text of texts) expect(own).not.toContain(text)
    expect(textOf('b') ?? 'b four').not.toContain('does')
    expect(texts.join(' ')).toMatch(/one two|three|four/)
  })
  test('listings that were not edited stay as they were', () => {
    for (const id of ['d', 'f']) if (textOf(id) !== undefined) expect(textOf(id)).toBe(`does ${id}`)
  })
  test('merges of skills that do the same work stay', () => {
    const [into, gone] = [library.skills[0]!, library.skills[1]!]
    const merge: Edit = {
      step: 's',
      reason: 'r',
      kind: 'merge',
      before: gone,
      intoBefore: into,
      after: into,
      serves: true,
    }
    const merged = { library: libraryOf(library.skills.filter(({ id }) => id !== 'b')), edits: [merge] }
    expect(placeboOf(library, merged, stream('merge'))).toEqual(merged)
  })
})

test('what was done to a skill', () => {
  const edited = libraryOf([skill('a', 'other'), skill('b', 'other'), skill('c', 'does c'), skill('d', 'does d')])
  const touch = touchOf(library, { library: edited, edits: [] }, (id) => id === 'a' || id === 'c')
  expect(['a', 'b', 'c', 'd', 'e'].map(touch)).toEqual(['edited', 'edited unread', 'read', 'untouched', 'gone'])
  const whole = touchOf(library, { library: edited, edits: [] }, null)
  expect(['a', 'b', 'c', 'd', 'e'].map(whole)).toEqual(['edited', 'edited', 'untouched', 'untouched', 'gone'])
})

test('a black hole takes more than chance gives any, from enough domains', () => {
  const picks = (chosen: string, domains: readonly string[]) => domains.map((domain) => ({ chosen, domain }))
  const holes = blackHolesIn(
    [
      ...picks('many', ['x', 'y', 'z', 'x', 'y', 'z', 'x', 'y', 'z', 'x']),
      ...picks(
        'one domain',
        Array.from({ length: 10 }, () => 'x'),
      ),
      ...picks('few', ['x', 'y']),
    ],
    1000,
    3,
  )
  expect([...holes]).toEqual(['many'])
})

test('what happens in the whole library: right, a twin, nothing, captured by a hole that was frozen', () => {
  const request = (id: string) =>
    ({ id, skill: 'a', wording: 'direct', domain: '', abstract: false, text: '' }) as const
  const family = new Map([...'abcd'].map((id) => [id, id < 'c' ? 'first' : id]))
  const scene = { requests: ['1', '2', '3', '4', '5'].map(request), families: { similarity: family } }
  const standing = (winner: string | null) => ({
    ...{ beaten: 0, ties: 0, matched: 3, targetMatched: true, near: [] },
    ...{ winner, right: winner === 'a' },
  })
  const strict = ['a', 'b', 'c', 'd', null].map(standing)
  const found = wholeLibrary(
    scene as unknown as Scene,
    { holes: new Set(['a', 'c']) } as unknown as JudgedRouter,
    { id: 'arm', tested: 'direct', edited: { library, edits: [] } },
    { strict, lenient: strict },
  )
  expect(Object.fromEntries(Object.entries(found).map(([name, values]) => [name, [...values]]))).toEqual({
    full: [1, 0, 0, 0, 0],
    twin: [1, 1, 0, 0, 0],
    silent: [0, 0, 0, 0, 1],
    captured: [0, 0, 1, 0, 0],
  })
})

test('what an arm did is counted by kind', () => {
  const [a, b, c] = library.skills as [Skill, Skill, Skill]
  const common = { step: 's', reason: 'r' }
  const edits: Edit[] = [
    { ...common, kind: 'remove', before: a },
    { ...common, kind: 'merge', before: b, intoBefore: c, after: c, serves: false },
  ]
  const after = libraryOf(library.skills.slice(2))
  expect(editCounts({ id: 'x', tested: 'direct', edited: { library: after, edits } }, library)).toMatchObject({
    ...{ removals: 1, merges: 0, 'merges of other work': 1, rewrites: 0, skills: 4 },
    ...{ 'characters before': 6 * 'a. does a'.length, characters: 4 * 'a. does a'.length },
  })
})

test('agreement of raters, by hand', () => {
  const row = (one: string, two: string) => ({ one, two })
  const rows = [
    ...[row('both', 'both'), row('both', 'picked only'), row('right only', 'right only'), row('neither', 'right only')],
    ...[row('both', 'right only'), row('right only', 'right only')],
  ]
  const { both, either, kappa, kappaOfFour } = agreementOf(rows)
  expect([both, either]).toEqual([2 / 6, 3 / 6])
  // Would do: 3 and 2 of 6; agreed 5/6; by chance 1/2 · 1/3 + 1/2 · 2/3 = 1/2.
  expect(kappa).toBeCloseTo((5 / 6 - 1 / 2) / (1 / 2), 12)
  // All four: agreed 3/6; by chance (2·4 + 0·1 + 3·1 + 1·0) / 36.
  expect(kappaOfFour).toBeCloseTo((3 / 6 - 11 / 36) / (25 / 36), 12)
})

describe('planted worlds', () => {
  const panel = plantedSums()
  const edited = Float64Array.of(0.1, 0.9, 0.4, 0.5, 0.2, 0.7)
  const own = { ...choices, placebos: 1, elsewhere: 50 }

  test('columns are read as arm and outcome', () => {
    expect(parsed('authors.0100.right')).toEqual({ arm: 'authors.0100', outcome: 'right' })
    expect(parsed('ours+hub.0.right.50')).toEqual({ arm: 'ours+hub.0', outcome: 'right.50' })
    expect(parsed('authors.eight pairs a skill.wrong').arm).toBe('authors.eight pairs a skill')
  })

  test('over many replicates each measure comes to what the world says', () => {
    const captured = meanCurve(panel.held.sample, null)[panel.held.columns.indexOf('before.captured')]!
    for (const world of Object.keys(worlds)) {
      const sums = new Map<JudgedId, number[]>()
      for (let replicate = 0; replicate < 400; replicate++) {
        const found = judge(plantedPanel(panel, world, edited, stream('world', world, replicate)), own)
        for (const id of judgedIds) {
          // Given a clear gain at home, what is kept is no longer centred; its parts are.
          const one = id === 'kept-elsewhere' ? null : found[id]
          if (one !== null) sums.set(id, [...(sums.get(id) ?? []), one.value])
        }
      }
      for (const [id, values] of sums) {
        const mean = values.reduce((sum, value) => sum + value, 0) / values.length
        const spread = Math.sqrt(
          values.reduce((sum, value) => sum + (value - mean) * (value - mean), 0) / values.length,
        )
        const slack = (4 * spread) / Math.sqrt(values.length) + 1e-9
        expect([world, id, Math.abs(mean - truth(id, world, captured)) <= slack]).toEqual([world, id, true])
      }
    }
  })

  test('edited skills gain what the others lose', () => {
    const planted = (world: string) => plantedPanel(panel, world, edited, stream('spill')).pooled
    const gained = (at: (column: string) => number): number => at('authors.right') - at('before.right')
    const [spilt, none] = ['edited-only', 'no-effect'].map((world) => contributionsOf(planted(world), gained))
    const moved = spilt!.map((part, g) => part - none![g]!)
    // 10 points of each share beyond the mean of .395, in clusters of 30, 10, 20, 5, 15 and 20 of 100 requests.
    const known = [0.3, 0.1, 0.2, 0.05, 0.15, 0.2].map((weight, g) => 0.1 * weight * (edited[g]! - 0.395))
    known.forEach((one, g) => {
      expect(moved[g]).toBeCloseTo(one, 12)
    })
    expect(moved.reduce((sum, one) => sum + one, 0)).toBeCloseTo(0, 12)
  })

  test('what clusters contribute adds up to the statistic', () => {
    const statistic = (at: (column: string) => number): number => at('authors.right') - at('before.right')
    const parts = contributionsOf(panel.pooled, statistic)
    expect(parts.reduce((sum, part) => sum + part, 0)).toBeCloseTo(estimate(panel.pooled, statistic).value, 12)
  })
})

test('an optimiser less the mean of its placebos', () => {
  const right: Record<string, number> = { before: 0.5, ours: 0.6, 'ours.placebo.0': 0.4, 'ours.placebo.1': 0.5 }
  expect(overPlacebo('ours', 2)((column) => right[column.slice(0, -'.right'.length)]!)).toBeCloseTo(15, 9)
})

test('a combination of two samples adds their variances', () => {
  const { value, se, df } = combined({ value: 3, se: 0.3, df: 10 }, { value: 2, se: 0.8, df: 5 }, -0.5)
  expect([value, se]).toEqual([2, 0.5])
  expect(df).toBeCloseTo(0.0625 / (0.0081 / 10 + 0.0256 / 5), 9)
})

/** Sums of six clusters, noise on every column. */
function plantedSums(): Panel {
  const masks = Array.from({ length: 15 }, (_, k) => k + 1)
  const parts = (['authors', 'ours'] as const).flatMap((id) =>
    masks.map((mask) => (mask === 15 ? id : `${id}.${maskText(mask, 4)}`)),
  )
  const arms = ['before', ...parts, 'authors.placebo.0', 'ours.placebo.0', 'hub', 'ours+hub']
  const noise = stream('sums')
  const book = (columns: readonly string[]): Book => {
    const counts = Int32Array.of(30, 10, 20, 5, 15, 20)
    const strata = [0, 1].map(() => {
      const sums = Float64Array.from({ length: 6 * columns.length }, (_, at) => {
        const n = counts[Math.floor(at / columns.length)]!
        return n * (0.4 + 0.02 * noise.normal())
      })
      const totals = Float64Array.from(columns, (_, c) =>
        Array.from(counts, (_n, g) => sums[g * columns.length + c]!).reduce((sum, one) => sum + one, 0),
      )
      return { sums, totals, counts, n: 100 }
    })
    return { columns, sample: { sizes: [...columns.keys()], clusters: 6, strata } }
  }
  return {
    pooled: book(arms.flatMap((arm) => [`${arm}.right`, `${arm}.wrong`])),
    held: book(arms.map((arm) => `${arm}.captured`)),
    ladder: book(['before.right.50', 'ours.right.50']),
    elsewhere: book([0, 1].flatMap((half) => [`before.${half}.right.50`, `ours.${half}.right.50`])),
  }
}
