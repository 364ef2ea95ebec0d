import { fileURLToPath } from 'node:url'
import { judge as judgeClaim, loadRegistry } from '@lawbook/claims'
import { fitLaw, lawById, predict, rSquared } from '@lawbook/estimators'
import { runExperiment } from '@lawbook/experiment'
import type { Verdict } from '@lawbook/schemas'
import { hillLaw, logLaw, noDecayLaw, type RankLaw } from '@lawbook/worlds'
import { describe, expect, test } from 'vitest'
import { choices } from './choices.ts'
import experiment from './experiment.ts'
import { worlds } from './planted.ts'
import { plantedData, skills } from './plantedText.ts'
import { rivalIds } from './statistics.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const lexical = ['bm25', 'tf-idf', 'token-overlap']

async function verdictsIn(
  data: ReturnType<typeof plantedData>,
): Promise<{ verdicts: Record<string, Verdict>; value: (measure: string) => number | null }> {
  const { result } = await runExperiment(experiment, {
    data,
    choices: {
      routers: lexical,
      refit: { routers: ['bm25'], draws: [{ size: 10, draws: 1 }] },
      replicates: 1,
      wildDraws: 199,
      monteCarlo: [
        { size: 10, draws: 40 },
        { size: 500, draws: 4 },
      ],
    },
  })
  const measures = new Map(result.measures.map((measure) => [measure.id, measure]))
  const { claims } = await loadRegistry(root)
  const own = claims.filter((claim) => claim.experiment === experiment.id)
  return {
    verdicts: Object.fromEntries(
      own.map((claim) => [
        claim.id,
        judgeClaim({ claim, measure: measures.get(claim.measure ?? ''), fidelity: 'full' }).verdict,
      ]),
    ),
    value: (measure) => measures.get(measure)?.value ?? null,
  }
}

const noDecay = noDecayLaw({ right: 0.65, competitors: skills - 1 })
const flat = plantedData(noDecay, 'no-decay')

describe('planted worlds go through real routers to a verdict', () => {
  test('a logarithmic world: the law holds in form, with the planted slope', async () => {
    const { verdicts, value } = await verdictsIn(
      plantedData(logLaw({ a: 0.834, b: 0.042, competitors: skills - 1 }), 'log'),
    )
    expect(verdicts['skill-laws/routing-r2']).toBe('consistent')
    expect(verdicts['skill-laws/log-is-adequate']).toBe('consistent')
    // Whether half a point of forecast can be told apart depends on the draw of the world.
    expect(['consistent', 'inconclusive']).toContain(verdicts['skill-laws/log-beats-rivals'])
    expect(Math.abs(value('points-per-doubling')! - 100 * 0.042 * Math.LN2)).toBeLessThan(0.5)
    // What beats a planted skill shares a word with it, so look-alikes are what hurts.
    expect(verdicts['skill-laws/similar-collapse']).toBe('consistent')
    expect(verdicts['skill-laws/structure-beats-size']).toBe('consistent')
  })

  test('a Hill world: the line in ln N is not adequate', async () => {
    const { verdicts } = await verdictsIn(plantedData(hillLaw({ kappa: 300, competitors: skills - 1 }), 'hill'))
    expect(verdicts['skill-laws/log-is-adequate']).toBe('does-not-carry')
    expect(verdicts['skill-laws/log-beats-rivals']).toBe('does-not-carry')
  })

  test('a world without decay: no line explains a flat curve, no slope is found, and no claim about the paper’s own study is decided', async () => {
    const { verdicts, value } = await verdictsIn(flat)
    expect(verdicts['skill-laws/routing-r2']).toBe('not-testable')
    expect(value('r2')).toBeNull()
    expect(value('points-per-doubling')).toBeCloseTo(0, 9)
    for (const claim of ['models', 'library-size', 'decisions', 'points-per-doubling'])
      expect(verdicts[`skill-laws/${claim}`]).toBe('not-testable')
  })
})

test('each claim is true or false in the planted worlds as its record says, by the laws themselves', async () => {
  const { claims } = await loadRegistry(root)
  const { ladder, trainUpTo, heldOut } = choices
  const fitted = (id: string, law: RankLaw, upTo: number) => {
    const x = Float64Array.from(ladder.filter((size) => size <= upTo))
    const fit = fitLaw(lawById(id), x, x.map(law.accuracy))
    if (fit.status !== 'converged') throw new Error(`${id} did not converge`)
    return (sizes: readonly number[]) => predict(lawById(id), Float64Array.from(sizes), fit.parameters)
  }
  const truth: Record<string, (law: RankLaw) => boolean> = {
    'skill-laws/routing-r2': (law) =>
      rSquared(Float64Array.from(ladder, law.accuracy), fitted('log', law, 500)(ladder)) > 0.97,
    'skill-laws/log-is-adequate': (law) =>
      fitted('log', law, 500)(ladder).every((value, k) => Math.abs(value - law.accuracy(ladder[k]!)) < 0.02),
    'skill-laws/log-beats-rivals': (law) => {
      const error = (id: string) =>
        Math.abs(
          fitted(id, law, trainUpTo)(heldOut).reduce((sum, value, k) => sum + value - law.accuracy(heldOut[k]!), 0),
        ) / heldOut.length
      return rivalIds.every((rival) => error('log') - error(rival) <= 0.005)
    },
  }
  for (const [id, holds] of Object.entries(truth)) {
    const claim = claims.find((candidate) => candidate.id === id)!
    expect([...claim.rivals, ...claim.holdsIn].sort()).toEqual(Object.keys(worlds).sort())
    for (const [world, law] of Object.entries(worlds))
      expect([world, holds(law(skills - 1))]).toEqual([world, claim.holdsIn.includes(world)])
  }
})
