import { streamsOf } from '@lawbook/base'
import { checkLedger, type Row } from '@lawbook/schemas'
import type { SkillRequests } from '@lawbook/skill-requests'
import { familiesOf, libraryOf, type Request } from '@lawbook/skills'
import { beforeAll, describe, expect, test } from 'vitest'
import { choices } from './choices.ts'
import { readEvidence } from './evidence.ts'
import experiment from './experiment.ts'
import { beatenIn, plantedArms, skills } from './plantedArms.ts'
import { refitEvidence } from './refitEvidence.ts'
import { refitRows } from './refits.ts'
import { run } from './run.ts'
import { skillRows } from './skillFacts.ts'

const competitors = skills - 1
const ladder = [2, 5, 10, 20, 50]
const small: typeof choices = {
  ...choices,
  routers: ['bm25', 'tf-idf', 'rrf-bm25-use'],
  ladder,
  shown: [2, 6, 11, 21, 50, 60],
  eligible: [{ size: 10, accuracy: 0.1 }],
  trainUpTo: 30,
  heldOut: [50],
  structure: [5, 20, 50],
  similar: 5,
  separated: 50,
  beyond: [80, 100],
  exchangedAt: [6, 11],
  fewestRequests: 2,
  wildDraws: 99,
  refit: { routers: ['bm25', 'tf-idf'], draws: [{ size: 10, draws: 1 }] },
  listwiseDraws: [
    { size: 10, draws: 200 },
    { size: 40, draws: 200 },
  ],
  monteCarlo: [{ size: 10, draws: 20 }],
  replicates: 1,
}

/** Two judged kins, one of which has no part in the arm that fits anew. */
const fewer = ['bm25', 'token-overlap']

type Tables = Readonly<Record<string, readonly Row[]>>
type Finished = { readonly evidence: Tables; readonly tables: Tables }
const context = { uses: {}, stream: streamsOf(experiment.id), progress: () => {} }

/** Observed and computed, not checked: where all requests are alike some intervals have no width. */
async function finished(data: ReturnType<typeof plantedArms>, chosen: typeof choices): Promise<Finished> {
  const { tables: evidence } = await experiment.observe({ ...context, data, choices: chosen })
  return { evidence, tables: (await run({ ...context, evidence, choices: chosen })).tables }
}

let [alike, apart] = [] as unknown as [Finished, Finished]
beforeAll(async () => {
  alike = await finished(plantedArms('alike'), small)
  apart = await finished(plantedArms('apart'), { ...small, routers: fewer })
})

const bm25 = ({ tables }: Finished, table: string, wanted: Row): Row[] =>
  tables[table]!.filter((row) =>
    Object.entries({ router: 'bm25', wording: 'direct', ...wanted }).every(([key, value]) => row[key] === value),
  )
/** The slope of accuracy in ln N over the ladder, by its definition. */
function slopeOf(accuracy: (size: number) => number): number {
  const x = ladder.map(Math.log)
  const y = ladder.map(accuracy)
  const [mx, my] = [x, y].map((values) => values.reduce((sum, value) => sum + value, 0) / values.length)
  const over = x.reduce((sum, value, k) => sum + (value - mx!) * (y[k]! - my!), 0)
  return -over / x.reduce((sum, value) => sum + (value - mx!) * (value - mx!), 0)
}
/** No one of r beaters among N - 1 of all competitors. */
const missed = (r: number, size: number, of: number): number =>
  Array.from({ length: r }, (_, k) => (of - (size - 1) - k) / (of - k)).reduce((all, chance) => all * chance, 1)

describe('skills and servers together', () => {
  test('servers without a word of the request leave accuracy as it is at any number', () => {
    const [servers, both] = ['servers', 'both'].map((filling) => bm25(apart, 'filled', { filling }))
    expect(servers!.map(({ size }) => size)).toEqual([2, 5, 6, 10, 11, 20, 21, 50, 60, 80, 100])
    for (const { right, low, high } of servers!) expect([right, low, high]).toEqual([1, 1, 1])
    const alone = bm25(apart, 'curves', { size: skills })[0]!.right as number
    expect(alone).toBeGreaterThan(0.6)
    expect(both!.map(({ size }) => size)).toEqual([60, 80, 100])
    for (const { right } of both!) expect(right).toBeCloseTo(alone, 9)
    for (const row of bm25(apart, 'exchange', {})) {
      expect(row).toMatchObject({ servers: null, bServers: expect.closeTo(0, 9) })
      expect(row.bSkills).toBeGreaterThan(0.02)
    }
  })

  test('servers with the words of the request beat, and it takes two of them to do the harm of one skill', () => {
    for (const wording of ['direct', 'situated']) {
      const filled = (filling: string) => bm25(alike, 'filled', { filling, wording })
      for (const { size, right } of filled('skills')) expect(right).toBeCloseTo(missed(1, Number(size), competitors), 9)
      for (const { size, right } of filled('servers'))
        expect(right).toBeCloseTo(missed(1, Number(size), 2 * competitors), 9)
      for (const { right } of filled('both')) expect(right).toBe(0)
      const rows = bm25(alike, 'exchange', { wording })
      expect(rows.map(({ competitors: n }) => n)).toEqual([5, 10])
      rows.forEach(({ servers, bSkills, bServers }, k) => {
        expect(servers).toBeCloseTo([10, 20][k]!, 6)
        expect(bSkills).toBeCloseTo(
          slopeOf((size) => missed(1, size, competitors)),
          9,
        )
        expect(bServers).toBeCloseTo(
          slopeOf((size) => missed(1, size, 2 * competitors)),
          9,
        )
      })
    }
  })
})

test('a twin that is accepted gives back what it took, and no other beater does', () => {
  const judged = skills / 2
  for (const wording of ['direct', 'situated'])
    for (const { size, strict, tolerant } of bm25(alike, 'tolerance', { wording })) {
      expect(strict).toBeCloseTo(missed(1, Number(size), competitors), 9)
      expect(Number(tolerant) - Number(strict)).toBeCloseTo((Number(size) - 1) / competitors / judged, 9)
    }
  for (const { strict, tolerant } of bm25(apart, 'tolerance', {})) expect(tolerant).toBe(strict)
})

test('look-alikes hurt, strangers do not, and random libraries lie between', () => {
  const at = (arrangement: string, size: number): number =>
    Number(bm25(alike, 'structure', { arrangement, size })[0]!.right)
  for (const size of small.structure) {
    expect(at('random', size)).toBeCloseTo(missed(1, size, competitors), 9)
    expect(at('near', size)).toBeLessThanOrEqual(at('random', size))
    expect(at('far', size)).toBeGreaterThanOrEqual(at('random', size))
  }
  // Who beats a right skill shares a rare word with it.
  expect(at('near', 20)).toBeLessThan(0.1)
})

describe('strata', () => {
  const stratum = (kind: string, wording = 'direct'): Row[] =>
    apart.tables.strata!.filter((row) => row.kind === kind && row.wording === wording)
  const slopeIn = (group: number): number => slopeOf((size) => missed(beatenIn(group), size, competitors))
  const hard = (slopeIn(0) + slopeIn(4) + slopeIn(8)) / 3

  test('a package has the slope of its own requests, with an interval where three families stand for it', () => {
    const rows = stratum('package')
    expect(rows).toHaveLength(12)
    for (const { stratum: name, n, b, low, high } of rows) {
      const group = Number(String(name).slice(-4))
      expect(n).toBe(group % 2 === 0 ? 3 : 2)
      expect(b).toBeCloseTo(slopeIn(group), 9)
      if (n === 2) expect([low, high]).toEqual([null, null])
      else expect([Number(low), Number(high)]).toEqual([expect.closeTo(Number(b), 9), expect.closeTo(Number(b), 9)])
    }
  })

  test('a domain is resampled by package, and the strata of a kind hold every judged request once', () => {
    const domains = stratum('domain')
    expect(domains.map(({ stratum: name, n, clusters }) => [name, n, clusters])).toEqual([
      ['domain 0', 9, 3],
      ['domain 1', 6, 3],
      ['domain 2', 9, 3],
      ['domain 3', 6, 3],
    ])
    domains.forEach(({ b, low, high }, k) => {
      expect(b).toBeCloseTo(k === 0 ? hard : 0, 9)
      expect(Number(high) - Number(low) > 0.01).toBe(k === 0)
    })
    for (const kind of ['package', 'domain', 'length of the description']) {
      for (const wording of ['direct', 'situated']) {
        const rows = stratum(kind, wording)
        expect(rows.reduce((sum, { n }) => sum + Number(n), 0)).toBe(skills / 2)
        expect(rows.reduce((sum, { n, b }) => sum + Number(n) * Number(b), 0)).toBeCloseTo(9 * hard, 9)
      }
    }
  })
})

describe('routers that are shown their candidates', () => {
  test('are right where both lists say so, and as often as no beater is drawn where one says otherwise', () => {
    const rows = (wording: string) => bm25(alike, 'listwise', { router: 'rrf-bm25-use', wording })
    expect(rows('direct').map(({ size, right, sdLibrary }) => [size, right, sdLibrary])).toEqual([
      [10, 1, 0],
      [40, 1, 0],
    ])
    for (const { size, right, low, high, sdLibrary, draws } of rows('situated')) {
      expect(draws).toBe(200)
      expect(Math.abs(Number(right) - missed(1, Number(size), competitors))).toBeLessThan(0.03)
      expect(Number(low)).toBeLessThan(Number(right))
      expect(Number(high)).toBeGreaterThan(Number(right))
      expect(sdLibrary).toBeGreaterThan(0.01)
    }
  })
})

/**
 * Skill j has a word of its own and, twice, the word of every other: among all eight the own word is rare and decides;
 * beside one other both words are equally rare, and the other says the second one twice.
 */
test('statistics of the library shown change decisions that statistics of all skills would not', async () => {
  const words = ['amber', 'birch', 'cedar', 'dune', 'ember', 'fjord', 'grove', 'heath']
  const common = ['quartz', 'ridge', 'slate', 'thorn', 'umber', 'vale', 'wharf', 'yarrow']
  const library = libraryOf(
    words.map((word, j) => ({
      ...{ id: `s${j}`, name: word, body: '', package: `p${j % 4}`, licence: 'MIT', tags: [] },
      description: common.flatMap((other, k) => (k === j ? [] : [other, other])).join(' '),
    })),
  )
  const requests = words.map((word, j): Request => {
    const text = `${word} ${common[j]!}`
    return { id: `q${j}`, skill: `s${j}`, wording: 'direct', domain: 'd', abstract: false, text }
  })
  const wanted = { ...choices, routers: ['bm25'], refit: { routers: ['bm25'], draws: [{ size: 2, draws: 3 }] } }
  const { rows, decisions } = await refitEvidence({
    ...{ library, requests, resources: {}, choices: wanted },
    stream: streamsOf('refits'),
    progress: () => {},
  })
  expect(decisions).toBe(2 * 3 * 8)
  const tables = { decisions: [], skills: skillRows(library, familiesOf(library, requests)), routers: [], refits: rows }
  expect(refitRows(readEvidence(tables, wanted), wanted)).toEqual([
    {
      ...{ router: 'bm25', short: 'BM25', size: 2, draws: 3 },
      ...{ refitted: 0, frozen: 1, difference: -100, low: -100, high: -100 },
    },
  ])
})

describe('who is asked', () => {
  test('every arm asks the routers that are named, and no others', async () => {
    expect(apart.evidence.routers!.map(({ id }) => id)).toEqual(fewer)
    expect(new Set(apart.evidence.refits!.map(({ router }) => router))).toEqual(new Set(['bm25']))
    expect(apart.evidence.listwise).toEqual([])
    expect(alike.evidence.routers!.map(({ id }) => id)).toEqual(['bm25', 'tf-idf', 'rrf-bm25-use'])
    expect(new Set(alike.evidence.refits!.map(({ router }) => router))).toEqual(new Set(['bm25', 'tf-idf']))
    expect(apart.tables.refits!.map(({ router }) => router)).toEqual(['bm25'])
  })
})

describe('the books', () => {
  const data = plantedArms('apart')
  const ask = async (changes: Partial<SkillRequests>) => {
    const { attrition } = await experiment.observe({
      ...context,
      data: { ...data, requests: { ...data.requests, ...changes } },
      choices: { ...small, routers: ['random'] },
    })
    for (const ledger of attrition) checkLedger(ledger, experiment.id)
    return attrition
  }

  test('a request whose skill is in no half is missing, and is counted', async () => {
    const { [data.requests.requests[0]!.skill]: _, ...split } = data.requests.split
    expect(await ask({ split })).toMatchObject([
      { planned: 120, used: 118, missing: 2 },
      { planned: 118, used: 58, excluded: [{ n: 60 }], missing: 0 },
    ])
  })

  test('a request that the data set lost without a word breaks them', async () => {
    await expect(ask({ planned: 121 })).rejects.toMatchObject({ code: 'LB_BOOKS' })
  })
})

describe('evidence that is not whole', () => {
  const replay = (changes: Readonly<Record<string, readonly Row[] | undefined>>) => {
    const evidence = { ...apart.evidence, ...changes } as Record<string, readonly Row[]>
    for (const [id, rows] of Object.entries(changes)) if (rows === undefined) delete evidence[id]
    return run({ ...context, evidence, choices: { ...small, routers: ['bm25'] } })
  }
  const without = (table: string, column: string): Row[] =>
    apart.evidence[table]!.map((row) => Object.fromEntries(Object.entries(row).filter(([key]) => key !== column)))

  test.each(['populations', 'servers', 'refits', 'listwise', 'draws', 'twins', 'structure', 'pools'])(
    'without the table %s it is refused',
    async (table) => {
      await expect(replay({ [table]: undefined })).rejects.toMatchObject({
        code: 'LB_DATA_MISSING',
        message: expect.stringContaining(`lacks the table ${table}`),
      })
    },
  )

  test.each([
    ['decisions', 'bm25.winner'],
    ['structure', 'near.5'],
    ['twins', 'twin.10'],
    ['pools', 'at.10'],
    ['refits', 'frozen'],
    ['populations', 'n'],
  ])('without a column of %s, %s, it is refused', async (table, column) => {
    await expect(replay({ [table]: without(table, column) })).rejects.toMatchObject({ code: 'LB_DATA_MISSING' })
  })
})
