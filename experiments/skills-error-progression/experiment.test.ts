import { fileURLToPath } from 'node:url'
import { streamsOf } from '@lawbook/base'
import { judge as judgeClaim, loadRegistry } from '@lawbook/claims'
import { runExperiment } from '@lawbook/experiment'
import { checkLedger, type Verdict } from '@lawbook/schemas'
import { libraryOf, type Skill } from '@lawbook/skills'
import { describe, expect, test } from 'vitest'
import { blackHolesIn, mostByChance } from './blackHoles.ts'
import { choices } from './choices.ts'
import { codes, errorClasses, familyNumbers, isLocal, wrongPickCodes } from './classes.ts'
import { presentIn, uniformShares } from './design.ts'
import { contrastAt, enrichmentOf, levelAt, slopeAt } from './enrichment.ts'
import experiment from './experiment.ts'
import { concentration, skewness } from './hubness.ts'
import { nearnessOf } from './nearness.ts'
import { pickSums, sharesOf } from './pickSums.ts'
import { plantWorld, worlds } from './planted.ts'
import { plantedLibrary } from './plantedText.ts'
import { cellOf, designs, massOf, totals } from './tally.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Six skills in two packages; `e` has no domain, and similarity families are {a, b, c} and each other one alone. */
const tiny = (() => {
  const ids = ['a', 'b', 'c', 'd', 'e', 'f']
  const skill = (id: string, j: number): Skill => ({
    id,
    name: id,
    description: '',
    body: '',
    package: j < 3 ? 'one' : 'two',
    licence: 'MIT',
    tags: [],
  })
  const library = libraryOf(ids.map(skill))
  const domain = new Map([
    ['a', 'x'],
    ['b', 'x'],
    ['c', 'y'],
    ['d', 'x'],
    ['f', 'y'],
  ])
  const similarity = new Map(ids.map((id) => [id, 'abc'.includes(id) ? 'near' : id]))
  const families = { domain, package: new Map(ids.map((id, j) => [id, j < 3 ? 'one' : 'two'])), similarity }
  return { library, families: familyNumbers(library, families) }
})()

describe('the class of a wrong pick, by hand', () => {
  test('capture comes before local, local before drift; a skill without a family is in nobody’s', () => {
    const of = wrongPickCodes(0, Uint8Array.of(0, 1, 0, 0, 0, 0), tiny.families)
    const words = (kind: 'domain' | 'package' | 'similarity') =>
      [1, 2, 3, 4, 5].map((j) => (of[j] === 0 ? 'capture' : isLocal(of[j]!, kind) ? 'local' : 'drift'))
    expect(words('domain')).toEqual(['capture', 'drift', 'local', 'drift', 'drift'])
    expect(words('package')).toEqual(['capture', 'local', 'drift', 'drift', 'drift'])
    expect(words('similarity')).toEqual(['capture', 'local', 'drift', 'drift', 'drift'])
    const alone = wrongPickCodes(4, new Uint8Array(6), tiny.families)
    expect([0, 1, 2, 3, 5].filter((j) => isLocal(alone[j]!, 'domain'))).toEqual([])
  })

  test('what uniform wrong picks are: the certain competitors count fully, the others as they are drawn', () => {
    const codeOf = wrongPickCodes(0, Uint8Array.of(0, 1, 0, 0, 0, 0), tiny.families)
    const shares = uniformShares({
      target: 0,
      codeOf,
      sizes: [3, 6],
      present: presentIn('hard', Int32Array.of(2, 3, 4, 5, 1), 1),
    })
    // N = 3: skill c for certain, one of the other four, of which b is the black hole.
    expect(shares[0]).toBeCloseTo(0.25 / 2, 12)
    expect(shares[codes + 0]).toBeCloseTo(1 / 5, 12)
    for (const k of [0, 1]) {
      const row = shares.subarray(k * codes, (k + 1) * codes)
      expect(row.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12)
    }
  })
})

describe('black holes', () => {
  test('the point of the maximum under uniform wrong picks agrees with a simulation', () => {
    const draws = 4000
    for (const [picks, skills, level] of [
      [300, 200, 0.95],
      [700, 1144, 0.995],
      [40, 10, 0.9],
    ] as const) {
      const stream = streamsOf('test')('maximum', picks)
      const maxima = Int32Array.from({ length: draws }, () => {
        const counts = new Int32Array(skills)
        for (let i = 0; i < picks; i++) counts[stream.integer(skills)]!++
        return Math.max(...counts)
      })
      const atMost = (k: number): number => maxima.filter((most) => most <= k).length / draws
      const most = mostByChance(picks, skills, level)
      const slack = 4 * Math.sqrt((level * (1 - level)) / draws)
      expect(atMost(most)).toBeGreaterThan(level - slack)
      expect(atMost(most - 1)).toBeLessThan(level + slack)
    }
  })

  test('enough wrong picks of one family make no black hole, of three they do', () => {
    const picks = (families: number) =>
      Array.from({ length: 40 }, (_, i) =>
        i < 12 ? { chosen: 3, family: i % families } : { chosen: i % 100, family: 0 },
      )
    expect(blackHolesIn(picks(2), 100, choices.blackHole).holes[3]).toBe(0)
    const found = blackHolesIn(picks(3), 100, choices.blackHole)
    expect([...found.holes.keys()].filter((j) => found.holes[j] === 1)).toEqual([3])
    expect(found.families[3]).toBe(3)
  })
})

describe('hubness', () => {
  test('skewness by hand, and none where all in-degrees are equal', () => {
    expect(skewness([0, 0, 0, 4])).toBeCloseTo(2 / Math.sqrt(3), 12)
    expect(skewness([2, 2, 2])).toBeNull()
  })

  test('the worst skills take their held-out picks; equal ones share', () => {
    const shares = concentration(Int32Array.of(5, 2, 2, 0), Float64Array.of(3, 4, 1, 2), [1, 2, 3, 4])
    expect([...shares].map((x) => Math.round(1000 * x))).toEqual([300, 550, 800, 1000])
  })
})

/** A large planted world with so much nearness: one router. */
const largeWorld = (world: string, nearness: number) => {
  const library = { skills: 1144, sizes: choices.ladder, nearest: choices.nearest, nearness }
  const [planted] = plantWorld(
    worlds[world]!,
    new Int32Array(400).fill(20),
    library,
    1,
    streamsOf('test')('large', world),
  )
  return planted!
}
const reading = { kind: 'domain', ladder: choices.ladder } as const

test('in a large world without nearness the planted order is what both designs show, and flat worlds are flat', () => {
  for (const [world, slopes] of Object.entries(worlds)) {
    const found = enrichmentOf(largeWorld(world, 1).byDesign, reading, null)
    for (const design of designs)
      for (const c of [0, 1]) {
        const truth = slopes[errorClasses[c + 1]!] - slopes[errorClasses[c]!]
        const contrast = found[contrastAt(design, c)]!
        // Black holes are few: what is known of them is less sharp.
        if (truth === 0) expect(Math.abs(contrast)).toBeLessThan(c === 0 ? 0.06 : 0.15)
        else expect([world, design, c, Math.sign(contrast)]).toEqual([world, design, c, Math.sign(truth)])
      }
    if (world === 'flat')
      for (const design of designs)
        for (const c of [0, 1]) expect(Math.abs(found[slopeAt(design, c)]!)).toBeLessThan(0.06)
  }
})

describe('nearness', () => {
  test('alone it pushes local up under hard negatives, where random libraries show little', () => {
    const found = enrichmentOf(largeWorld('flat', 15).byDesign, reading, null)
    expect(found[contrastAt('hard', 0)]!).toBeLessThan(-0.1)
    expect(Math.abs(found[contrastAt('random', 0)]!)).toBeLessThan(0.06)
  })

  test('of wrong picks is a ratio of odds, 1 where they fall on any skill alike', () => {
    const odds = (near: number, total: number): number => {
      const row = (from: number, to: number, picks: number) => {
        const uniform = (total * (to - from + 1)) / 1143
        return { router: 'a', from, to, picks, uniform }
      }
      return nearnessOf([row(1, 30, near), row(31, 1143, total - near)], 30)
    }
    // 30 of 1,143 places: as many wrong picks as places, then half of all.
    expect(odds(30, 1143)).toBeCloseTo(1, 12)
    expect(odds(500, 1000)).toBeCloseTo(1113 / 30, 1)
    expect(nearnessOf([], 30)).toBe(1)
  })
})

test('the raw reading is the slope of the logarithm of the share itself', () => {
  const { byDesign } = largeWorld('reversed', 1)
  const found = enrichmentOf(byDesign, { ...reading, raw: true }, null)
  const k = choices.ladder.length - 1
  const sums = totals(byDesign.hard, null)
  const share = massOf(sums, k, 'domain', 'drift').measured / cellOf(sums, k, 'wrong')
  expect(found[levelAt('hard', 1, k, choices.ladder.length)]).toBeCloseTo(Math.log(share), 12)
})

test('each claim is true or false in the planted worlds as its record says, by what a large world shows', async () => {
  const { claims } = await loadRegistry(root)
  const shown = Object.fromEntries(
    Object.keys(worlds).map((world) => {
      const { facts } = largeWorld(world, 15)
      return [world, sharesOf([pickSums(facts, 400)])!]
    }),
  )
  const noise = 1
  const truth: Record<string, (world: string) => boolean> = {
    'skill-laws/error-progression': (world) => {
      const { local, drift, capture } = worlds[world]!
      return local < drift && drift < capture
    },
    'skill-laws/errors-in-cluster': (world) => shown[world]!.inFamily.corrected!.value > noise,
    'skill-laws/black-hole-capture': (world) => worlds[world]!.capture > 0,
  }
  for (const [id, holds] of Object.entries(truth)) {
    const claim = claims.find((candidate) => candidate.id === id)!
    expect([id, ...claim.holdsIn].sort()).toEqual([id, ...Object.keys(worlds).filter(holds)].sort())
    expect([id, ...claim.rivals].sort()).toEqual([id, ...Object.keys(worlds).filter((world) => !holds(world))].sort())
  }
})

/** A ladder for a planted library of 600 skills, and short nulls: the code is that of the real run. */
const small = {
  routers: ['bm25', 'tf-idf', 'token-overlap'],
  ladder: [10, 20, 50, 100, 200],
  eligible: [
    { size: 10, accuracy: 0.4 },
    { size: 200, accuracy: 0 },
  ],
  nearest: 2,
  worst: [1, 2, 5, 10],
  nullDraws: 20,
  replicates: 1,
}

/** Sixty packages of ten skills: enough clusters for a verdict from a few hundred requests. */
const packages = Int32Array.from({ length: 600 }, (_, j) => Math.floor(j / 10))

/** No planted router reads vectors or synonyms. */
const dataIn = (order: Parameters<typeof plantedLibrary>[0]) => ({
  ...plantedLibrary(order, packages),
  wordVectors: { id: 'none', dimensions: 1, vector: () => null },
  sentenceVectors: { id: 'none', dimensions: 1, vector: () => null },
  synonyms: { id: 'none', of: () => [] },
})

async function verdictsIn(order: Parameters<typeof plantedLibrary>[0]) {
  const { result } = await runExperiment(experiment, {
    data: dataIn(order),
    choices: small,
  })
  const measures = new Map(result.measures.map((measure) => [measure.id, measure]))
  const { claims } = await loadRegistry(root)
  const own = claims.filter((claim) => claim.experiment === experiment.id)
  const verdicts: Record<string, Verdict> = Object.fromEntries(
    own.map((claim) => [
      claim.id,
      judgeClaim({ claim, measure: measures.get(claim.measure ?? ''), fidelity: 'full' }).verdict,
    ]),
  )
  return { verdicts, value: (id: string) => measures.get(id)?.value ?? null }
}

describe('planted libraries go through real routers to a verdict', () => {
  test('local competitors in the rear, black holes in front: the progression holds in form', async () => {
    const { verdicts, value } = await verdictsIn('progression')
    expect(value('black-holes')).toBe(3)
    expect(verdicts['skill-laws/error-progression']).toBe('consistent')
    expect(verdicts['skill-laws/black-hole-capture']).toBe('direction-only')
  })

  test('the other way round: it does not carry', async () => {
    const { verdicts } = await verdictsIn('reversed')
    expect(verdicts['skill-laws/error-progression']).toBe('does-not-carry')
    expect(verdicts['skill-laws/errors-in-cluster']).toBe('direction-only')
  })

  test('competitors in any order: no black hole, or no progression that is agreed to', async () => {
    const { verdicts } = await verdictsIn('shuffled')
    expect(['inconclusive', 'not-testable']).toContain(verdicts['skill-laws/error-progression'])
  })

  test('what needs the authors’ embedding or an intervention stays untested', async () => {
    const { verdicts } = await verdictsIn('shuffled')
    for (const id of ['danger-band', 'anchors-remove-capture'])
      expect(verdicts[`skill-laws/${id}`]).toBe('not-testable')
  })
})

describe('the books', () => {
  test('a request whose skill is in no half is missing, and is counted', async () => {
    const data = dataIn('shuffled')
    const { [data.requests.requests[0]!.skill]: _, ...split } = data.requests.split
    const { attrition } = await experiment.observe({
      data: { ...data, requests: { ...data.requests, split } },
      uses: {},
      choices: { ...choices, ...small, routers: ['tf-idf'] },
      stream: streamsOf(experiment.id),
      progress: () => {},
    })
    for (const ledger of attrition) checkLedger(ledger, experiment.id)
    expect(attrition[0]).toMatchObject({ planned: data.requests.planned, used: data.requests.planned - 2, missing: 2 })
  })
})
