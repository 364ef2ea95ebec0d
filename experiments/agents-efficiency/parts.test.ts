import { figure } from '@lawbook/agent-runs'
import { streamsOf } from '@lawbook/base'
import { clusterJackknife, independentRows } from '@lawbook/estimators'
import { describe, expect, it } from 'vitest'
import { bestOf, labelOf, listedFor } from './agent.ts'
import { medianOverTasks, medianWithUncosted, type Ratio, ratiosOf } from './jointTasks.ts'
import { keepsWorking, type Tally } from './keepsWorking.ts'
import { makerOf } from './makers.ts'
import { estimateOf } from './measures.ts'
import { type Drawn, medianEstimate } from './median.ts'
import { withoutThird } from './repeated.ts'
import { geometricSpread, largestShareInBand } from './spread.ts'
import { standing } from './tables.ts'
import { withUncosted } from './usefulShare.ts'

const alone = (values: readonly number[]): Drawn[] => values.map((value, i) => ({ value, model: `m${i}` }))
const upTo = (n: number) => Array.from({ length: n }, (_, i) => i + 1)

describe('the median over agents', () => {
  it('has order statistics for ends, those of the binomial distribution', () => {
    // P(Bin(24, 1/2) <= 7) = .032, <= 8 = .076; <= 4 = .0008, <= 5 = .0033.
    expect(medianEstimate(alone(upTo(24)))).toEqual({ value: 12.5, i90: [8, 17], i995: [5, 20] })
    // 1/32 below the least of five: all five values at 90 %, nothing at 99.5 %; four are too few for either.
    expect(medianEstimate(alone(upTo(5)))).toEqual({ value: 3, i90: [1, 5], i995: null })
    expect(medianEstimate(alone(upTo(4)))).toEqual({ value: 2.5, i90: null, i995: null })
  })

  it('does not grow surer when every model is listed twice', () => {
    const once = alone(upTo(12))
    expect(medianEstimate([...once, ...once])).toEqual(medianEstimate(once))
    const asIfApart = medianEstimate([...once, ...alone(upTo(12)).map(({ value }, i) => ({ value, model: `x${i}` }))])
    expect(asIfApart.i90).not.toEqual(medianEstimate(once).i90)
  })

  it('covers the median of models that share an effect, where agents as units do not', () => {
    const covered = { models: 0, agents: 0 }
    const worlds = 400
    for (let w = 0; w < worlds; w++) {
      const draw = streamsOf('test')('coverage', w)
      const agents = upTo(12).flatMap((m) => {
        const shared = draw.normal()
        return upTo(1 + (m % 4)).map(() => ({ value: shared + 0.3 * draw.normal(), model: `m${m}` }))
      })
      const holds = ({ i90 }: ReturnType<typeof medianEstimate>) => i90 !== null && i90[0] <= 0 && 0 <= i90[1]
      if (holds(medianEstimate(agents))) covered.models++
      if (holds(medianEstimate(alone(agents.map(({ value }) => value))))) covered.agents++
    }
    expect(covered.models / worlds).toBeGreaterThan(0.88)
    expect(covered.agents / worlds).toBeLessThan(0.8)
  })

  it('has no interval where ties leave it no width, and none of nothing', () => {
    expect(medianEstimate(alone(new Array<number>(20).fill(0.5)))).toEqual({ value: 0.5, i90: null, i995: null })
    expect(() => medianEstimate([])).toThrow('no median of no numbers')
  })
})

describe('drawing tasks for all agents at once', () => {
  const draw = streamsOf('test')('alike')
  const outcomes = upTo(100).map(() => (draw.uniform() < 0.5 ? 1 : 0))
  const alike: Ratio[] = ['a', 'b', 'c'].flatMap((agent) =>
    outcomes.map((part, t) => ({ agent, task: `${t}`, part, whole: 1 })),
  )

  it('gives agents with the same outcomes the interval of one agent', () => {
    const { value, i90, i995 } = medianOverTasks(alike, 999, streamsOf('test')('draws'))
    const share = outcomes.filter((won) => won === 1).length / 100
    expect(value).toBe(share)
    const expected = 2 * 1.645 * Math.sqrt((share * (1 - share)) / 100)
    expect((i90![1] - i90![0]) / expected).toBeGreaterThan(0.88)
    expect((i90![1] - i90![0]) / expected).toBeLessThan(1.12)
    expect(i995![0]).toBeLessThan(i90![0])
  })

  it('gives no interval of sixteen tasks, and leaves out what is missing', () => {
    const few = alike.filter(({ task }) => Number(task) < 16)
    expect(medianOverTasks(few, 999, streamsOf('test')('draws')).i90).toBeNull()
    const runs = [
      { agent: 'a', task: 't', solved: 1, cost: 2 },
      { agent: 'a', task: 'u', solved: 0, cost: null },
      { agent: 'a', task: 'v', solved: null, cost: 3 },
    ]
    expect(ratiosOf(runs, 'spend')).toEqual([{ agent: 'a', task: 't', part: 2, whole: 2 }])
    expect(ratiosOf(runs, 'tasks').map(({ part }) => part)).toEqual([1, 0])
  })
})

describe('four times of four', () => {
  it('is 1 for tasks that always or never succeed and 0 for those that succeed twice', () => {
    const tally = (solved: number, tasks: number, trials = 4): Tally => ({ solved, trials, tasks })
    expect(keepsWorking([tally(4, 5), tally(0, 5)], 4)!.value).toBeCloseTo(1, 12)
    expect(keepsWorking([tally(2, 10)], 4)!.value).toBe(0)
    // Four of five trials solved: one of the five choices of four is all solved, against .8 once.
    expect(keepsWorking([tally(4, 10, 5)], 4)!.value).toBeCloseTo(0.25, 12)
    expect(keepsWorking([tally(0, 10)], 4)).toBeNull()
  })

  it('has the interval of a jackknife over tasks', () => {
    const tallies: Tally[] = [12, 9, 11, 8, 20].map((tasks, solved) => ({ solved, trials: 4, tasks }))
    const each = tallies.flatMap(({ solved, tasks }) => new Array<number>(tasks).fill(solved))
    const { se, value } = clusterJackknife({
      clusters: independentRows(each.length),
      statistic: (out) => {
        const kept = each.filter((_, i) => i !== out)
        return Float64Array.of(kept.filter((x) => x === 4).length / kept.reduce((sum, x) => sum + x / 4, 0))
      },
    })
    const found = keepsWorking(tallies, 4)!
    expect(found.value).toBeCloseTo(value[0]!, 12)
    expect((found.i90[1] - found.i90[0]) / (2 * 1.671 * se[0]!)).toBeCloseTo(1, 1)
  })
})

describe('how far apart agents are', () => {
  it('is at most the square root of the ratio of the ends, and reaches it with half at each', () => {
    const half = alone([2, 3, 2, 3, 2, 3, 2, 3])
    expect(geometricSpread(half).value).toBeCloseTo(Math.sqrt(1.5), 12)
    const { value, i90, i995 } = geometricSpread(alone([1, 2, 4, 8, 16, 32]))
    expect(i995[0]).toBeLessThan(i90[0])
    expect(i90[0]).toBeLessThan(value)
    // A factor has no unit.
    expect(geometricSpread(alone([10, 20, 40, 80, 160, 320])).value).toBeCloseTo(value, 12)
  })

  it('counts who fits into one band, wherever it is put', () => {
    expect(largestShareInBand([1, 1.4, 1.5, 10, 20], 1.5)).toBe(0.6)
  })
})

it('the best quarter is rounded up and keeps who ties', () => {
  const of = (...values: number[]) =>
    bestOf(
      values.map((success) => ({ success })),
      0.25,
    ).length
  expect([of(1, 2, 3, 4, 5), of(5, 5, 5, 1), of(1, 2, 3, 4), of(3)]).toEqual([2, 3, 1, 1])
})

it('an estimate is inside by its inner interval and outside by its outer one', () => {
  const band = [0.4, 0.6] as const
  expect(standing({ value: 0.5, i90: [0.45, 0.55], i995: [0.3, 0.7] }, band)).toBe('inside')
  expect(standing({ value: 0.7, i90: [0.65, 0.75], i995: [0.61, 0.8] }, band)).toBe('outside')
  expect(standing({ value: 0.7, i90: [0.65, 0.75], i995: [0.59, 0.8] }, band)).toBe('open')
  expect(standing({ value: 0.1, i90: [0.05, 0.15], i995: null }, band)).toBe('open')
})

describe('tasks without a cost', () => {
  it('move a share of spend no further than the outcomes of all tasks allow', () => {
    // 3 of 16 solved, 10 with a cost, half of the spend on solved ones: 0 to 2 of the other six were solved.
    expect(withUncosted({ y: 0.5, n: 10 }, 3 / 16, 16)).toEqual([5 / 16, 0.5])
    // 15 of 16 solved: at least 15 - 10 + 1 of the others were.
    expect(withUncosted({ y: 0.5, n: 10 }, 15 / 16, 16)).toEqual([0.5, 11 / 16])
    expect(withUncosted({ y: 0, n: 10 }, 0, 16)).toEqual([0, 0])
    // Of 4 solved one at least has a cost, so that 3 at most have none.
    expect(withUncosted({ y: 0.2, n: 10 }, 4 / 16, 16)).toEqual([2 / 16, 5 / 16])
    expect(withUncosted({ y: 0.3, n: 16 }, 0.4, 16)).toEqual([0.3, 0.3])
  })

  it('count with their own outcome where single runs are there', () => {
    const run = (solved: number | null, cost: number | null) => ({ agent: 'a', task: 't', solved, cost })
    expect(medianWithUncosted([run(1, 1), run(0, 3)])).toBeNull()
    // Spend 1 + 3 + 2, of which 1 is useful.
    expect(medianWithUncosted([run(1, 1), run(0, 3), run(0, null), run(null, 9)])!.value).toBeCloseTo(1 / 6, 12)
    expect(medianWithUncosted([run(1, 1), run(0, 3), run(1, null)])!.value).toBeCloseTo(3 / 6, 12)
  })
})

it('a figure that is not listed beside another is an error with the name of the agent', () => {
  const row = figure({ source: 's', benchmark: 'b', model: 'm', metric: 'cost', y: 1 })
  expect(listedFor(new Map([[labelOf(row), 0.5]]), row)).toBe(0.5)
  expect(() => listedFor(new Map(), row)).toThrow(/^m has the metric cost of b/)
})

it('models of one maker have one name, whoever writes it', () => {
  const names = ['claude-opus-4-8', 'Claude Opus 4 (May 2025)', 'GPT-5.2', 'o3 (April 2025)', 'gemini-live', 'Inkling']
  expect(names.map(makerOf)).toEqual(['Anthropic', 'Anthropic', 'OpenAI', 'OpenAI', 'Google', 'Inkling'])
})

it('agents that were picked by hand have a median and no interval', () => {
  const agents = alone(upTo(24)).map((agent) => ({ ...agent, label: agent.model, success: 0.5, own: null }))
  const reading = { id: 'r', kind: 'completion', name: '', title: '', method: '', agents, variants: [] } as const
  const rest = { missing: null, alone: null, runs: null }
  expect(estimateOf({ ...reading, ...rest }, agents).i90).toEqual([8, 17])
  expect(estimateOf({ ...reading, ...rest, handPicked: true }, agents)).toEqual({ value: 12.5, i90: null, i995: null })
})

it('a submission with two of three domains lacks one, with one of them nothing is known', () => {
  const row = (agent: string, benchmark: string) =>
    figure({ source: 'tau2-bench', metric: 'all_pass', axis: 'attempts', x: 1, y: 0.5, agent, benchmark, model: 'm' })
  const rows = [row('a', 'airline'), row('a', 'retail'), row('b', 'retail'), row('c', 'banking_knowledge')]
  expect(withoutThird(rows)).toBe(1)
  expect(withoutThird([...rows, row('a', 'telecom')])).toBe(0)
})
