import { fileURLToPath } from 'node:url'
import { forms } from '@lawbook/audit'
import { streamsOf } from '@lawbook/base'
import { judge as judgeClaim, loadRegistry } from '@lawbook/claims'
import { runExperiment } from '@lawbook/experiment'
import type { Claim, Verdict } from '@lawbook/schemas'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Cell } from './cells.ts'
import { choices } from './choices.ts'
import { heldShares, limitsOf, spreadsOf } from './cover.ts'
import { best, type Forecasts, forecastsOf } from './errors.ts'
import experiment from './experiment.ts'
import { arrivals } from './growth.ts'
import { growthWorlds, plantedCells } from './growthWorlds.ts'
import { choose, forecastNames, judge } from './judge.ts'
import { optimismOf } from './optimism.ts'
import { plantedText } from './plantedText.ts'
import { plantedProbes, probeWorlds } from './probeWorlds.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const ownClaims = async (): Promise<Claim[]> =>
  (await loadRegistry(root)).claims.filter((claim) => claim.experiment === experiment.id)

const few = {
  routers: ['bm25', 'tf-idf'],
  skills: [40, 80],
  draws: [
    { upTo: 80, draws: 2 },
    { upTo: 40, draws: 1 },
  ],
  probeSizes: [10, 100],
  replicates: 1,
  plantedSkills: [35],
}

async function ask(bodies: 'telling' | 'silent') {
  const { library, requests, beaters } = plantedText(340, bodies)
  const { result, tables, evidence } = await runExperiment(experiment, { data: { library, requests }, choices: few })
  const verdicts: Record<string, Verdict> = {}
  for (const claim of await ownClaims()) {
    const measure = result.measures.find(({ id }) => id === claim.measure)
    verdicts[claim.measure!] = judgeClaim({ claim, measure, fidelity: 'full' }).verdict
  }
  return { library, requests, beaters, tables, evidence, verdicts }
}

describe('a planted library goes through real routers to a verdict', () => {
  let found: Awaited<ReturnType<typeof ask>>
  beforeAll(async () => {
    found = await ask('telling')
  }, 60_000)

  test('probes made of the listing’s own words are optimistic', () => {
    expect(found.verdicts.optimism).toBe('reproduced')
    for (const row of found.tables.optimism!) expect(row.probes).toBeGreaterThan(0.95)
  })

  test('what came is what the planted beaters leave', () => {
    const { library, requests, beaters, evidence } = found
    const stream = streamsOf(experiment.id)
    const number = new Map(library.skills.map(({ id }, j) => [id, j]))
    for (const row of evidence.growth!.filter(({ router, wording }) => router === 'bm25' && wording === 'direct')) {
      const design = row.design as 'scattered' | 'packages'
      const order = arrivals(library.skills, design, stream('arrivals', String(row.half), design, Number(row.draw)))
      const place = new Map(order.map(({ id }, i) => [number.get(id)!, i]))
      const askedOf = (skills: number): number[] =>
        requests.requests.flatMap(({ skill, wording }, i) => {
          const own = wording === 'direct' && requests.split[skill] === row.half
          return own && place.get(number.get(skill)!)! < skills ? [i] : []
        })
      const right = (size: number, skills = Number(row.skills)): number => {
        const asked = askedOf(skills)
        return asked.filter((i) => !beaters[i]!.some((j) => place.get(j)! < size)).length / asked.length
      }
      expect(row.requests).toBe(askedOf(Number(row.skills)).length)
      for (const factor of choices.factors)
        expect(row[`ahead.${factor}`]).toBeCloseTo(right(factor * Number(row.skills)), 9)
      for (const factor of choices.factors) {
        const size = factor * Number(row.skills)
        expect(row[`whole.${factor}`]).toBeCloseTo(right(size, size), 9)
      }
      const today = Object.entries(row).filter(([column, cell]) => column.startsWith('step.') && cell !== null)
      expect(today.at(-1)![1]).toBeCloseTo(right(Number(row.skills)), 9)
    }
  })

  test('probes that no listing answers are not', async () => {
    const { verdicts, tables } = await ask('silent')
    expect(verdicts.optimism).toBe('contradicted')
    for (const row of tables.optimism!) expect(row.probes).toBe(0)
  }, 60_000)
})

describe('planted worlds', () => {
  test('claims are true and false where their records say', async () => {
    const claims = await ownClaims()
    const competing = forms.filter(({ law }) => choices.plantedLaws.includes(law))
    const values: Record<string, Record<string, number>> = {}
    const large = { ...choices, plantedRouters: 1 }
    for (const world of Object.keys(growthWorlds)) {
      const cells = plantedCells({ world, draws: 200, choices: large, stream: streamsOf('large')(world) })
      const [learned, held] = (['calibration', 'test'] as const).map((half) =>
        cells.filter((cell) => cell.half === half),
      ) as [Cell[], Cell[]]
      const chosen = choose(forecastsOf(learned, competing, choices.factors), learned, choices)!
      const judged = judge(chosen, forecastsOf(held, [chosen.form, chosen.line], choices.factors), held, choices)
      values[world] = Object.fromEntries(forecastNames.map((name) => [name, judged[name].value!]))
    }
    for (const world of Object.keys(probeWorlds)) {
      const probed = plantedProbes(world, Array<number>(300).fill(10), choices, streamsOf('large')(world))
      values[world] = { optimism: optimismOf([probed])[choices.probeSizes.indexOf(choices.probeSize)]!.value }
    }
    for (const claim of claims) {
      const line = claim.kind === 'threshold' ? Number(claim.number) : claim.tolerance.value!
      for (const [world, of] of Object.entries(values)) {
        const value = of[claim.measure!]
        if (value === undefined) continue
        // In a world of no difference, chance leaves a little on either side.
        const slack = claim.measure === 'optimism' ? 1 : 0
        expect([claim.id, world, value > line + slack]).toEqual([claim.id, world, claim.holdsIn.includes(world)])
        expect(claim.holdsIn.includes(world)).toBe(!claim.rivals.includes(world))
      }
    }
  }, 60_000)
})

describe('packages of planted probes', () => {
  test('differ in how kind their probes are, so that intervals by package are wide', () => {
    const packages = [60, 40, 30, 20, 10, 10, 10, 10, 10]
    const widthAt = (clusterCorrelation: number): number => {
      const own = { ...choices, clusterCorrelation }
      const found = optimismOf([plantedProbes('probes-alike', packages, own, streamsOf('packages')('one'))])
      const [low, high] = found[choices.probeSizes.indexOf(choices.probeSize)]!.i90
      return high - low
    }
    expect(widthAt(0.3)).toBeGreaterThan(2 * widthAt(0))
  })
})

/** A cell of a library of 100 requests whose accuracy came to `came` at both factors. */
const cell = (draw: number, came: number): Cell => ({
  half: 'test',
  draw: String(draw),
  design: 'scattered',
  router: 'one',
  skills: 50,
  requests: 100,
  curve: { sizes: [25, 50], right: [0.9, 0.8] },
  came: [came, came],
})
const said = (values: readonly (number | null)[], law = 'power'): Forecasts => ({
  form: { law, fitted: 'near' },
  said: values.map((value) => (value === null ? null : [value, value])),
})

describe('the choice of a form', () => {
  const cells = [cell(1, 0.5), cell(2, 0.6)]
  test('goes by squared errors, and never to one that failed somewhere', () => {
    const [near, far, failing] = [said([0.52, 0.58]), said([0.5, 0.66], 'hill'), said([0.5, null], 'log')]
    expect(best([far, near, failing], cells)).toBe(near)
    expect(best([failing], cells)).toBeNull()
  })
})

describe('the spread of errors', () => {
  const cells = Array.from({ length: 50 }, (_, i) => cell(i % 10, 0.5 + (i - 24.5) / 500))
  const forecasts = said(cells.map(() => 0.5))

  test('holds the wanted share of what came elsewhere', () => {
    const spreads = spreadsOf(forecasts, cells, choices)
    const share = heldShares(forecasts, cells, spreads).reduce((sum, held) => sum + held, 0) / cells.length
    expect(spreads[0]!.leftOut).toBeGreaterThanOrEqual(choices.level)
    expect(share).toBeGreaterThanOrEqual(0.9)
    expect(share).toBeLessThan(1)
    expect(spreads[0]).toMatchObject({ mostRequests: 100, mostSkills: 50 })
  })

  test('lies around a forecast, narrower with more requests up to as many as were seen', () => {
    const spread = { factor: 2, low: -0.4, high: 0.5, mostRequests: 100, mostSkills: 50 }
    expect(limitsOf(0.6, spread, 25)[0]).toBeCloseTo(0.5, 12)
    expect(limitsOf(0.6, spread, 25)[1]).toBeCloseTo(0.68, 12)
    expect(limitsOf(0.6, spread, 1000)).toEqual(limitsOf(0.6, spread, 100))
    expect(limitsOf(0.02, spread, 25)[0]).toBe(0)
  })
})

describe('arrivals', () => {
  const { library } = plantedText(120, 'silent')
  test('take in every skill once, and packages whole', () => {
    for (const design of ['scattered', 'packages'] as const) {
      const order = arrivals(library.skills, design, streamsOf('arrivals')(design))
      expect(new Set(order.map(({ id }) => id)).size).toBe(library.skills.length)
      const changes = order.filter((skill, i) => i > 0 && skill.package !== order[i - 1]!.package).length
      if (design === 'packages') expect(changes).toBe(new Set(order.map((skill) => skill.package)).size - 1)
      else expect(changes).toBeGreaterThan(60)
    }
  })
})
