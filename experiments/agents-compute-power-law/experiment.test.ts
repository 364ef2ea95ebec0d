import { fileURLToPath } from 'node:url'
import { streamsOf } from '@lawbook/base'
import { judge, loadRegistry } from '@lawbook/claims'
import { runExperiment } from '@lawbook/experiment'
import { describe, expect, test } from 'vitest'
import { choices } from './choices.ts'
import experiment from './experiment.ts'
import { judgedNames } from './judge.ts'
import { plantedRuns } from './planted.ts'
import { lineOf, truths } from './tellable.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const fast = { draws: 40, longDraws: 40, replicates: 6, controlTasks: 50 }
const stream = streamsOf('agents-compute-power-law test')

// Twenty times the tasks, so that verdicts are those of the world and not of the draw; power at the real numbers of
// tasks is in the table `worlds`.
const planted = (world: string) =>
  runExperiment(experiment, { data: { runs: plantedRuns(world, stream(world), 20) }, choices: fast })

async function verdictsIn(world: string) {
  const { result } = await planted(world)
  const { claims } = await loadRegistry(root)
  const own = claims.filter((claim) => claim.experiment === experiment.id)
  const measure = (id: string | null) => result.measures.find((one) => one.id === id)
  return {
    verdict: Object.fromEntries(
      own.map((claim) => [
        claim.id.replace('agent-summary/', ''),
        judge({ claim, measure: measure(claim.measure), fidelity: 'full' }).verdict,
      ]),
    ),
    value: (id: string) => measure(id)?.value ?? null,
  }
}

describe('planted figures go through the whole pipeline to a verdict', () => {
  test('where success is a power of the budget, it beats the error power, which is not accepted', async () => {
    const { verdict, value } = await verdictsIn('success-power')
    expect(verdict['power-law-success']).toBe('reproduced')
    expect(verdict['power-law-success-adequate']).toBe('reproduced')
    expect(verdict['power-law-success-exponent']).toBe('reproduced')
    expect(verdict['power-law-error']).toBe('inconclusive')
    expect(value('gap-error-power')).toBeGreaterThan(1)
    expect(value('best-power')).toBeGreaterThan(0.6)
  })

  test('where the error is a power of the budget, it is not beaten and is adequate', async () => {
    const { verdict, value } = await verdictsIn('error-power')
    expect(verdict['power-law-error']).toBe('reproduced')
    expect(verdict['power-law-error-adequate']).toBe('reproduced')
    expect(value('gap-power')).toBeGreaterThan(1)
    expect(value('deviation-error-power')).toBeLessThan(value('deviation-power')!)
  })

  test('where success levels off, the power law of success is denied and its exponent falls', async () => {
    const { verdict, value } = await verdictsIn('log-logistic')
    expect(verdict['power-law-success']).toBe('contradicted')
    expect(value('gap-power')).toBeGreaterThan(1.5)
    expect(verdict['power-law-success-exponent']).toBe('contradicted')
    expect(value('exponent-upper')).toBeLessThan(value('exponent-lower')! / 1.5)
  })

  test('a flat world: no form can be told from another, and nothing is judged on it', async () => {
    const { verdict } = await verdictsIn('flat')
    for (const claim of ['power-law-success', 'power-law-error', 'power-law-error-floor'])
      expect(verdict[claim]).toBe('not-testable')
  })
})

test('each claim is true or false in the planted worlds as its record says, by the curves without noise', async () => {
  const { claims } = await loadRegistry(root)
  const own = claims.filter((claim) => claim.experiment === experiment.id)
  expect(own.map(({ measure }) => measure).every((id) => judgedNames.includes(id!))).toBe(true)
  for (const claim of own) expect([claim.id, lineOf(claim.measure!)]).toEqual([claim.id, claim.tolerance.value])
  for (const [world, holdsIn] of truths(choices)) {
    for (const claim of own) {
      const holds = holdsIn(claim.measure!)
      const record = claim.holdsIn.includes(world) ? true : claim.rivals.includes(world) ? false : null
      expect([claim.id, world, record]).toEqual([claim.id, world, holds])
    }
  }
  for (const claim of own) expect(claim.rivals.concat(claim.holdsIn)).not.toContain('flat')
})

test('evidence alone gives the same result again, digit by digit', async () => {
  const { result, evidence, files } = await planted('error-floor')
  const again = await runExperiment(experiment, {
    evidence: { tables: evidence, attrition: result.attrition, decisions: result.decisions },
    choices: fast,
  })
  expect(again.files).toEqual(files)
  expect(again.result).toEqual(result)
})

test('a success that is no share is refused with what to do', async () => {
  const runs = plantedRuns('error-power', stream('broken'))
  const rows = runs.rows.map((row) => (row.source === 'r2e-gym' ? { ...row, y: 100 * row.y! } : row))
  await expect(runExperiment(experiment, { data: { runs: { ...runs, rows } }, choices: fast })).rejects.toThrow(
    /shares are in \[0, 1\], divide percentages by 100/,
  )
})

test('a sweep that the figures lack is refused by name', async () => {
  const runs = plantedRuns('error-power', stream('lacking'))
  const rows = runs.rows.filter(({ source }) => source !== 'monkeys')
  await expect(runExperiment(experiment, { data: { runs: { ...runs, rows } }, choices: fast })).rejects.toThrow(
    /monkeys/,
  )
})
