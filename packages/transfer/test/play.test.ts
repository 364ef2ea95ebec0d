import type { Bench, Check, Played } from '@lawbook/benchmarks'
import { describe, expect, test } from 'vitest'
import { namedOutputs, playTask } from '../src/index.ts'

const check = (passed: boolean): Check => ({ id: 'c', weight: 1, outcome: passed ? 'passed' : 'failed', detail: '' })
const text = 'write workspace/out.csv'

/** `right` writes the right file, `partial` a wrong one, `idle` none. */
function planted(turns: number): { bench: Bench; played: string[] } {
  const played: string[] = []
  const bench: Bench = {
    cards: ['right', 'partial', 'idle'].map((id) => ({ id }) as Bench['cards'][number]),
    ...{ tasks: [], requests: [], heldOut: [] },
    async play(_, picks): Promise<Played> {
      played.push(picks.join(' '))
      const last = picks.at(-1)
      const after = last === 'right' || last === 'partial' ? ['out.csv'] : []
      return { before: [], after, checks: picks.length === turns ? picks.map((pick) => check(pick === 'right')) : null }
    },
    close: async () => {},
  }
  return { bench, played }
}
const task = (turns: number) => ({
  ...{ id: 't', domain: 'd', level: 'L1' },
  turns: Array.from({ length: turns }, () => text),
  cards: Array.from({ length: turns }, () => 'right'),
})
const closure = { required: namedOutputs, attempts: 3 }

describe('one turn', () => {
  test('without a closure check the first pick stands', async () => {
    const { bench } = planted(1)
    const found = await playTask(bench, task(1), () => ['idle', 'right'], null)
    expect(found).toMatchObject({ routed: 0, used: 0, tries: 1, checks: [check(false)] })
  })

  test('with it the next one is tried while the output is missing', async () => {
    const { bench } = planted(1)
    const found = await playTask(bench, task(1), () => ['idle', 'right'], closure)
    expect(found).toMatchObject({ routed: 0, used: 1, tries: 2, checks: [check(true)] })
  })

  test('a wrong product closes as well: nobody looks into it', async () => {
    const found = await playTask(planted(1).bench, task(1), () => ['partial', 'right'], closure)
    expect(found).toMatchObject({ used: 0, tries: 1, checks: [check(false)] })
  })

  test('no more than so many picks are tried, and then the first stands', async () => {
    const { bench, played } = planted(1)
    const found = await playTask(bench, task(1), () => ['idle', 'other', 'other', 'right'], closure)
    expect(found).toMatchObject({ used: 0, tries: 3 })
    expect(played.at(-1)).toBe('idle')
  })

  test('a skill without a recipe, and a router that abstains, do nothing', async () => {
    const { bench, played } = planted(1)
    await playTask(bench, task(1), () => ['somebody-elses'], null)
    await playTask(bench, task(1), () => [], null)
    expect(played).toEqual(['', ''])
  })
})

test('turns build on one another, and shares are of turns', async () => {
  const { bench } = planted(2)
  const found = await playTask(bench, task(2), (turn) => (turn === 0 ? ['right'] : ['partial']), null)
  expect(found).toMatchObject({ routed: 0.5, used: 0.5, checks: [check(true), check(false)] })
})
