import { fileURLToPath } from 'node:url'
import type { AgentRuns } from '@lawbook/agent-runs'
import { streamsOf } from '@lawbook/base'
import { judge, loadRegistry } from '@lawbook/claims'
import { runExperiment } from '@lawbook/experiment'
import { checkLedger, type Verdict } from '@lawbook/schemas'
import { beforeAll, describe, expect, test } from 'vitest'
import { choices, type PeakChoices } from './choices.ts'
import experiment from './experiment.ts'
import { type CellWorld, plantedCells } from './plantedCells.ts'
import { plantedRuns } from './plantedRuns.ts'
import { plantedScores, type ScoreWorld } from './plantedScores.ts'
import { plantedStudy, plantedSweeps, type SizeWorld, sizeTruth } from './plantedSweeps.ts'
import { studies } from './studies.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const stream = streamsOf('agents-coordination-peak.test')

/** The choices of these tests: planted studies beside the real ones, and few planted worlds inside the run. */
const few: Partial<PeakChoices> = {
  studies: [plantedStudy, ...studies],
  draws: 1999,
  replicates: 1,
  cellReplicates: 2,
  planted: { ...choices.planted, truthDraws: 20, fewerRuns: [25], fewerSweeps: 2 },
}

async function verdicts(runs: AgentRuns, more: Partial<PeakChoices> = {}) {
  const finished = await runExperiment(experiment, { data: { runs }, choices: { ...few, ...more } })
  const { claims } = await loadRegistry(root)
  const own = claims.filter((claim) => claim.experiment === experiment.id)
  const measures = new Map(finished.result.measures.map((measure) => [measure.id, measure]))
  const words: Record<string, Verdict> = Object.fromEntries(
    own.map((claim) => [claim.id, judge({ claim, measure: measures.get(claim.measure!), fidelity: 'full' }).verdict]),
  )
  return { finished, words, measures }
}

function planted(world: SizeWorld, sweeps = choices.planted.sweeps): AgentRuns {
  const some = { ...choices, planted: { ...choices.planted, sweeps } }
  const truth = sizeTruth(world, 200, stream)
  return plantedRuns({
    sweeps: plantedSweeps(world, truth, some, (s) => stream('sweep', world, s)),
    runs: choices.planted.runs,
  })
}

const [peak, diminishing] = ['agent-summary/coordination-peak', 'agent-summary/coordination-diminishing'] as const

describe('planted sweeps, from data to verdict', () => {
  test.each([
    ['peak-inside', 'reproduced', 'reproduced'],
    ['peak-below', 'contradicted', 'contradicted'],
    ['peak-beyond', 'contradicted', 'contradicted'],
    ['falling', 'contradicted', 'contradicted'],
    ['peak-flat', 'inconclusive', 'reproduced'],
    ['flat', 'inconclusive', 'inconclusive'],
    ['stops-at-8', 'inconclusive', 'not-testable'],
  ] as const)('%s: the peak is %s', async (world, ofPeak, ofReturns) => {
    const { words } = await verdicts(planted(world))
    expect(words[peak]).toBe(ofPeak)
    expect(words[diminishing]).toBe(ofReturns)
  })

  test('two decisive sweeps decide nothing, however clear, and have no interval', async () => {
    const { words, measures } = await verdicts(planted('falling', 2))
    expect([words[peak], words[diminishing]]).toEqual(['inconclusive', 'inconclusive'])
    expect(measures.get('best-team-size')).toMatchObject({ value: 1, i90: null, i995: null })
    expect(measures.get('decisive-sweeps')!.value).toBe(2)
  })

  test('neither do three whose work grows with the agents', async () => {
    const growing = { ...plantedStudy, inputFixed: false }
    const { words } = await verdicts(planted('falling'), { studies: [growing] })
    expect(words[peak]).toBe('inconclusive')
  })
})

describe('planted cells and scores, from data to verdict', () => {
  const sequential = 'kim-2025/sequential-tasks-degrade'
  const [falls, threshold] = ['kim-2025/returns-fall-with-baseline', 'kim-2025/baseline-threshold'] as const

  test('teams that lose are found to, teams that gain or stay even are not', async () => {
    const word = async (world: CellWorld) =>
      (await verdicts(plantedRuns({ cells: plantedCells(world, stream('cells', world)) }))).words[sequential]
    expect(await word('teams-lose')).toBe('consistent')
    expect(['inconclusive', 'does-not-carry']).toContain(await word('teams-gain'))
    expect(await word('teams-even')).toBe('inconclusive')
    expect(await word('teams-vary')).toBe('inconclusive')
  })

  test('who benefits: agreed where it was planted, denied where teams gain above the line, open where nothing happens', async () => {
    const words = async (world: ScoreWorld) => {
      const { words: own } = await verdicts(plantedRuns({ scores: plantedScores(world, stream('scores', world)) }))
      return [own[falls], own[threshold]]
    }
    expect(await words('pays-below-45')).toEqual(['consistent', 'consistent'])
    expect((await words('level-free-gain'))[1]).toBe('does-not-carry')
    expect((await words('gain-rises'))[1]).toBe('does-not-carry')
    expect(await words('no-gain')).toEqual(['inconclusive', 'inconclusive'])
  })

  test('what was not observed is not testable', async () => {
    const { words } = await verdicts(plantedRuns({ cells: plantedCells('teams-lose', stream('alone')) }))
    expect([words[falls], words[threshold]]).toEqual(['not-testable', 'not-testable'])
  })
})

test('a share above one is refused', async () => {
  const runs = planted('falling')
  const broken = { ...runs, rows: runs.rows.map((row, i) => (i === 0 ? { ...row, y: 1.2 } : row)) }
  await expect(verdicts(broken)).rejects.toMatchObject({ code: 'LB_DOMAIN' })
})

test('a source without a citation is refused', async () => {
  await expect(verdicts({ ...planted('falling'), sources: [] })).rejects.toMatchObject({ code: 'LB_DANGLING' })
})

describe('the published figures', () => {
  let real: Awaited<ReturnType<typeof verdicts>>
  beforeAll(async () => {
    real = await verdicts(await experiment.data!.runs.load(), { studies })
  })

  test('come from every study, and the books balance', () => {
    const found = new Set(real.finished.tables.designs!.map(({ source }) => source))
    expect(studies.filter(({ source }) => !found.has(source))).toEqual([])
    const { attrition } = real.finished.result
    for (const ledger of attrition) checkLedger(ledger, 'test')
    // One pair of model and suite was not run with five agents; its four other figures are left out.
    expect(attrition[0]!.excluded[1]!.n).toBe(4)
  })

  test('hold no decisive sweep; nothing read second hand, and nothing without a spread, is judged', () => {
    expect(real.measures.get('decisive-sweeps')!.value).toBe(0)
    const judged = real.finished.tables['best-sizes']!.filter((row) => row.judged === true)
    expect(judged.length).toBeGreaterThan(10)
    expect(judged.every(({ kind }) => kind === 'judged')).toBe(true)
    expect(real.words[peak]).toBe('inconclusive')
    expect(real.words[diminishing]).toBe('inconclusive')
  })

  test('agree with the means that the studies print', () => {
    const { measures } = real
    // Silo-Bench, single agent and team at ten agents, three levels: (.767 .733 .6) and (.513 .22 .09).
    expect(measures.get('lost-inside-band')!.value).toBeCloseTo(100 * (1 - 0.823 / 2.1), 6)
    // CooperBench: 1,040 passes of one agent and 559 of two over five models and 652 pairs.
    expect(measures.get('two-minus-one')!.value).toBeCloseTo((100 * (559 - 1040)) / (5 * 652), 3)
  })

  test('give the same result when they are replayed from evidence', async () => {
    const { finished } = real
    const again = await runExperiment(experiment, {
      evidence: {
        tables: finished.evidence,
        attrition: finished.result.attrition,
        decisions: finished.result.decisions,
      },
      choices: { ...few, studies },
    })
    expect(again.result).toEqual(finished.result)
    expect(again.files).toEqual(finished.files)
  })
})
