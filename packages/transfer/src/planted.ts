import type { Bench, BenchTask, Check } from '@lawbook/benchmarks'
import type { Skill } from '@lawbook/skills'

/** A planted bench: a task passes iff the card written for it is picked; doing nothing passes `vacuous` of four checks. */
export function plantedBench(options: {
  readonly tasks: readonly {
    readonly id: string
    readonly domain: string
    readonly text: string
    readonly card: Skill
  }[]
  readonly vacuous?: number
}): Bench {
  const { tasks, vacuous = 0 } = options
  const byId = new Map(tasks.map((task) => [task.id, task]))
  return {
    cards: tasks.map(({ card }) => card),
    tasks: tasks.map(
      ({ id, domain, text, card }): BenchTask => ({ id, domain, level: 'L1', turns: [text], cards: [card.id] }),
    ),
    requests: [],
    heldOut: [],
    play: async (id, picks) => {
      const right = picks[0] === byId.get(id)!.card.id
      const checks = [0, 1, 2, 3].map(
        (k): Check => ({ id: `c${k}`, weight: 1, outcome: right || k < vacuous ? 'passed' : 'failed', detail: '' }),
      )
      return { before: [], after: picks[0] === null ? [] : ['out.txt'], checks }
    },
    close: async () => {},
  }
}
