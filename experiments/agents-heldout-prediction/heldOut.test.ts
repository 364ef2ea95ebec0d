import { agentRuns } from '@lawbook/agent-runs'
import { streamsOf } from '@lawbook/base'
import { leastSquares } from '@lawbook/estimators'
import { describe, expect, test } from 'vitest'
import { bestSoFar, scalesOfTasks } from './bestSoFar.ts'
import { calibrationSlope } from './calibration.ts'
import { capabilityElsewhere } from './capability.ts'
import { choices } from './choices.ts'
import { fixedDesign, ones } from './design.ts'
import { readSweep, type Sweep } from './evidence.ts'
import experiment from './experiment.ts'
import { heldOutErrors, heldOutPredictions, heldOutR2 } from './heldOut.ts'
import { heldOutBand } from './heldOutCurves.ts'
import { incrementsOf } from './increments.ts'
import { filled } from './missing.ts'
import { growthSpread, ownLines } from './ownLines.ts'
import { persistenceR2 } from './persistence.ts'
import { plantSample, worlds } from './planted.ts'
import { crossShape, sweepShape } from './plantedRuns.ts'
import { centredCrossQuestion, crossQuestion, laterRows, sweepQuestion } from './questions.ts'
import { rowsWhere, type Sample } from './sample.ts'
import { shuffledScores } from './shuffled.ts'
import { type Predictor, predictors } from './sweepDesigns.ts'
import { unitsTold } from './tasksTold.ts'

const stream = streamsOf('heldOut.test')
const sweepOf = (world: string, tasks: number): Sample =>
  plantSample(worlds[world]!, sweepShape(tasks), stream(world, tasks))
const asSweep = (sample: Sample): Sweep => ({
  sample,
  tasks: Array.from({ length: sample.units }, (_, t) => `t${t}`),
  models: Array.from({ length: sample.groups }, (_, m) => `m${m}`),
  hours: [2, 4, 6, 8, 10, 12],
})

/** R² the long way: a QR of all training rows for each held-out unit among `kept`, which may hold a unit twice. */
function theLongWay(sample: Sample, kept: readonly number[]): number {
  const rowsOf = (units: readonly number[]) =>
    units.flatMap((unit) => Array.from(sample.y.keys()).filter((i) => sample.unit[i] === unit))
  let [error, total] = [0, 0]
  for (const unit of kept) {
    const training = rowsOf(kept.filter((other) => other !== unit))
    const design = Float64Array.from(training.flatMap((i) => [1, sample.x[i]!]))
    const y = Float64Array.from(training, (i) => sample.y[i]!)
    const [a, b] = leastSquares(design, y).coefficients
    const mean = y.reduce((sum, value) => sum + value, 0) / y.length
    for (const i of rowsOf([unit])) {
      error += (sample.y[i]! - a! - b! * sample.x[i]!) ** 2
      total += (sample.y[i]! - mean) ** 2
    }
  }
  return 1 - error / total
}

describe('out-of-sample R²', () => {
  const sample = sweepOf('own-levels', 9)
  const question = sweepQuestion(sample, 'level', 'resources')

  test('is that of a fit to all other tasks, and without a task that of the rest', () => {
    const all = Array.from({ length: 9 }, (_, t) => t)
    expect(heldOutR2(question)(null)).toBeCloseTo(theLongWay(sample, all), 10)
    expect(heldOutR2(question)(4)).toBeCloseTo(
      theLongWay(
        sample,
        all.filter((t) => t !== 4),
      ),
      10,
    )
  })

  test('copies of a task, as a bootstrap draws them, leave the training set together', () => {
    const drawn = [0, 0, 0, 1, 2, 4, 4, 7, 8]
    const weights = new Float64Array(9)
    for (const t of drawn) weights[t]! += 1
    const { error, total } = heldOutErrors(question)(weights)
    expect(1 - error / total).toBeCloseTo(theLongWay(sample, drawn), 10)
  })

  test('a law that says nothing has R² 0 against the training mean and is below 0 against the overall mean', () => {
    const design = fixedDesign([ones(sample)])
    expect(heldOutR2({ sample, design, reference: 'training-mean' })(null)).toBeCloseTo(0, 12)
    expect(heldOutR2({ sample, design, reference: 'overall-mean' })(null)).toBeLessThan(-0.1)
  })

  test('a design whose columns depend on one another, or rows that do not differ, are refused', () => {
    const twice = fixedDesign([ones(sample), ones(sample)])
    expect(() => heldOutR2({ sample, design: twice, reference: 'training-mean' })(null)).toThrow(/combination/)
    const still = { ...sample, y: sample.y.map(() => 0.4) }
    expect(() => heldOutR2(sweepQuestion(still, 'change', 'resources'))(null)).toThrow(/do not differ/)
  })
})

describe('nothing of the held-out unit leaks', () => {
  const sample = sweepOf('history-tells', 12)
  /** Another score on task 3 from its second budget on. */
  const changed = {
    ...sample,
    y: sample.y.map((y, i) => (sample.unit[i] === 3 && sample.x[i]! > Math.log(2) ? 1 - y / 2 : y)),
  }
  const own = (values: Float64Array, { unit }: Sample, task: number) =>
    Array.from(values).filter((_, i) => unit[i] === task)

  for (const target of ['change', 'level'] as const)
    for (const predictor of Object.keys(predictors) as Predictor[])
      test(`${target} from ${predictors[predictor]}: its own scores do not move its prediction, those of others do`, () => {
        const said = [sample, changed].map((each) => {
          const { sample: rows, early } =
            predictor === 'early' ? laterRows(asSweep(each)) : { sample: each, early: undefined }
          const question = sweepQuestion(rows, target, predictor, early === undefined ? {} : { early })
          return { values: heldOutPredictions(question), rows }
        })
        const [before, after] = said as [(typeof said)[0], (typeof said)[0]]
        own(before.values, before.rows, 3).forEach((value, i) => {
          expect(own(after.values, after.rows, 3)[i]).toBeCloseTo(value, 12)
        })
        expect(own(after.values, after.rows, 5)).not.toEqual(own(before.values, before.rows, 5))
      })

  test('nor into its band, nor on benchmarks into the capability there', () => {
    const cell = new Int32Array(sample.y.length)
    const bands = [sample, changed].map((each) =>
      heldOutBand(sweepQuestion(each, 'level', 'resources'), cell, [0.05, 0.95]),
    )
    own(bands[0]!.hi, sample, 3).forEach((value, i) => {
      expect(own(bands[1]!.hi, sample, 3)[i]).toBeCloseTo(value, 12)
    })
    const cross = plantSample(worlds['history-tells']!, crossShape(6, stream('costs')), stream('cross'))
    const other = { ...cross, y: cross.y.map((y, i) => (cross.unit[i] === 2 ? 1 - y : y)) }
    for (const ask of [crossQuestion, centredCrossQuestion]) {
      const [a, b] = [cross, other].map((each) => own(heldOutPredictions(ask(each, 'capability')), each, 2))
      a!.forEach((value, i) => {
        expect(b![i]).toBeCloseTo(value, 12)
      })
    }
  })
})

test('capability is the mean surplus elsewhere, unknown for a model that is nowhere else', () => {
  const sample: Sample = {
    y: Float64Array.of(0.2, 0.6, 0.1, 0.3, 0.9, 0.5),
    x: new Float64Array(6),
    unit: Int32Array.of(0, 0, 1, 1, 2, 2),
    group: Int32Array.of(0, 1, 0, 1, 0, 2),
    units: 3,
    groups: 3,
  }
  // Surpluses: -.2 and .2 on unit 0, -.1 and .1 on unit 1, .2 and -.2 on unit 2.
  const all = capabilityElsewhere(sample, [])
  ;[0.05, 0.1, 0, 0.2, -0.15, Number.NaN].forEach((value, i) => {
    if (Number.isNaN(value)) expect(all[i]).toBeNaN()
    else expect(all[i]).toBeCloseTo(value, 12)
  })
  const without = capabilityElsewhere(sample, [2])
  expect([...without].slice(0, 4).map((value) => Math.round(1000 * value))).toEqual([-100, 100, -200, 200])
})

test('a model that is on one benchmark only is not predicted by capability', () => {
  const cross = plantSample(worlds['common-law']!, crossShape(4, stream('few')), stream('few', 1))
  const lonely = rowsWhere(cross, (i) => cross.group[i] !== 0 || cross.unit[i] === 1)
  expect(heldOutErrors(crossQuestion(lonely, 'capability'))(Float64Array.of(1, 1, 1, 1)).rows).toBe(lonely.y.length - 1)
})

test('missing scores are filled in as zero, or as the rest suggests', () => {
  const whole = sweepOf('common-law', 3)
  const gone = (i: number) => (whole.unit[i] === 1 && whole.group[i] === 2) || i === 0
  const sweep = asSweep(rowsWhere(whole, (i) => !gone(i)))
  const [zero, likely] = [filled(sweep, 'zero'), filled(sweep, 'like-others')]
  for (const sample of [zero, likely]) {
    expect(sample.x).toEqual(whole.x)
    for (let i = 0; i < whole.y.length; i++) if (!gone(i)) expect(sample.y[i]).toBe(whole.y[i])
  }
  expect(zero.y[0]).toBe(0)
  expect(likely.y[0]).toBe(whole.y[1])
  const place = 1 * 30 + 2 * 6 + 4
  const others = [0, 1, 3, 4].map((m) => whole.y[30 + m * 6 + 4]!)
  expect(likely.y[place]).toBeCloseTo(others.reduce((sum, y) => sum + y, 0) / 4, 12)
})

test('shuffled increments keep the first and the last score and the increments', () => {
  const y = Float64Array.of(0.1, 0.2, 0.2, 0.6, 0.5, 0.5, 0.7, 0.9)
  const shuffled = shuffledScores(y, 4, stream('shuffle'))
  for (const from of [0, 4]) {
    expect(shuffled[from]).toBe(y[from])
    expect(shuffled[from + 3]).toBeCloseTo(y[from + 3]!, 12)
    const steps = (of: Float64Array) =>
      [1, 2, 3].map((k) => Math.round(1e6 * (of[from + k]! - of[from + k - 1]!))).sort((a, b) => a - b)
    expect(steps(shuffled)).toEqual(steps(y))
  }
})

test('own lines explain all of a change that is straight in ln h, whatever the slopes', () => {
  const shape = sweepShape(4)
  const straight = { ...shape, y: shape.x.map((x, i) => 0.2 + (shape.unit[i]! - 1) * 0.05 * x) }
  expect(ownLines(straight).value).toBeCloseTo(1, 12)
  expect(heldOutR2(sweepQuestion(straight, 'change', 'resources'))(null)).toBeLessThan(0.3)
})

test('tasks are told better than by no change where they move as the others do, and worse where they go the other way', () => {
  const shape = sweepShape(5)
  const slope = [0.1, 0.1, 0.1, 0.1, -0.1]
  const mostly = { ...shape, y: shape.x.map((x, i) => 0.3 + slope[shape.unit[i]!]! * x) }
  expect(unitsTold(sweepQuestion(mostly, 'change', 'resources'))).toEqual({ told: 4, units: 5 })
})

test('the calibration slope is that of what came on what was said', () => {
  const said = Float64Array.from({ length: 40 }, (_, i) => i / 40)
  const unit = Int32Array.from({ length: 40 }, (_, i) => i % 8)
  const { slope, lo, hi } = calibrationSlope({ said, came: said.map((value) => 0.1 + 0.5 * value), unit })
  for (const value of [slope, lo, hi]) expect(value).toBeCloseTo(0.5, 10)
})

test('steps from one budget to the next stay within their series, and one without a neighbour is none', () => {
  const sweep = asSweep(sweepOf('common-law', 3))
  const whole = incrementsOf(sweep)
  expect(whole.y).toHaveLength(3 * 5 * 5)
  expect(whole.y[0]).toBeCloseTo(sweep.sample.y[1]! - sweep.sample.y[0]!, 12)
  expect(whole.x[1]).toBeCloseTo(Math.log(6 / 4), 12)
  const gap = incrementsOf({ ...sweep, sample: rowsWhere(sweep.sample, (i) => i !== 2) })
  expect(gap.y).toHaveLength(3 * 5 * 5 - 2)
})

test('persistence is what it says: no error where nothing changes, none with a gain that is the same everywhere', () => {
  const shape = sweepShape(6)
  const level = (i: number) => 0.1 + 0.1 * shape.unit[i]!
  const still = asSweep({ ...shape, y: shape.x.map((_, i) => level(i)) })
  const grown = asSweep({ ...shape, y: shape.x.map((x, i) => level(i) + (x > Math.log(2) ? 0.2 : 0)) })
  expect(persistenceR2(still, 'unchanged').value).toBeCloseTo(1, 12)
  expect(persistenceR2(grown, 'unchanged').value).toBeLessThan(0.9)
  expect(persistenceR2(grown, 'mean-gain').value).toBeCloseTo(1, 12)
})

test('one line for all has the R² of own lines over 1 + the square of the spread of growth', () => {
  const sample = sweepOf('uneven-growth', 400)
  const expected = ownLines(sample).value / (1 + growthSpread(sample).value * growthSpread(sample).value)
  expect(heldOutR2(sweepQuestion(sample, 'change', 'resources'))(null)).toBeCloseTo(expected, 2)
})

describe('the world in which the best of blind submissions is kept', () => {
  const sweep = asSweep(sweepOf('common-law', 40))

  test('never falls, and tasks that gain alike have one scale', () => {
    const kept = { ...sweep, sample: bestSoFar(sweep, 1, stream('blind')) }
    expect(incrementsOf(kept).y.every((step) => step >= 0)).toBe(true)
    const shape = sweepShape(4)
    const alike = { ...shape, y: shape.x.map((x, i) => 0.1 * x + 0.05 * shape.unit[i]!) }
    for (const scale of scalesOfTasks(alike)) expect(scale).toBeCloseTo(0.1 * Math.log(6), 12)
  })

  test('has an R² of the change above the line on the published tasks: the statement is true there', async () => {
    const { tables } = await experiment.observe({
      data: { runs: await agentRuns.load() },
      uses: {},
      choices,
      stream,
      progress: () => {},
    })
    const published = readSweep(tables.budgets!)
    const values = Array.from({ length: 150 }, (_, k) =>
      heldOutR2(sweepQuestion(bestSoFar(published, choices.submissions, stream('blind', k)), 'change', 'resources'))(
        null,
      ),
    )
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length
    const sd = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1))
    expect(mean - (2 * sd) / Math.sqrt(values.length)).toBeGreaterThan(choices.line)
  })
})
