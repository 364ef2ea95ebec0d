import type { StreamFactory } from '@lawbook/base'
import { type Bench, type BenchTask, scoreOf, strictPass } from '@lawbook/benchmarks'
import type { Evidence, Progress } from '@lawbook/experiment'
import { chosenPointwise } from '@lawbook/routers'
import type { Row } from '@lawbook/schemas'
import { type Library, libraryOf, type Request, type Resources, type WordVectors } from '@lawbook/skills'
import { arms, editedLibraries, libraries } from './arms.ts'
import type { TransferChoices } from './choices.ts'
import { releasedGate } from './gate.ts'
import { type Outcome, playTask } from './play.ts'
import { ranker } from './ranked.ts'
import { namedOutputs, releasedOutputs } from './required.ts'

type Observing = {
  readonly data: {
    readonly library: Library
    /** Requests about the skills of the library. */
    readonly requests: readonly Request[]
    readonly bench: Bench
    readonly wordVectors: WordVectors
  }
  readonly choices: TransferChoices
  readonly stream: StreamFactory
  readonly progress: Progress
}

/**
 * Let every router pick a recipe for every turn of every task under all twelve arms, execute what it picks and keep what the
 * benchmark's own checker says: `outcomes` has a row a router and task, `bounds` one a task (the oracle, and doing nothing).
 */
export const observeTransfer = (context: Observing): Promise<Evidence> => observeWith(editedLibraries)(context)

/** The same with other edits: planted worlds come in here. */
export const observeWith =
  (edit: typeof editedLibraries) =>
  async ({ data, choices, stream, progress }: Observing): Promise<Evidence> => {
    const { bench } = data
    try {
      const whole = libraryOf([...data.library.skills, ...bench.cards])
      const edited = edit(whole, readRequests(data, stream))
      const gates = Object.fromEntries(libraries.map((id) => [id, releasedGate(edited[id].library, choices.gateLimit)]))
      const outcomes: Row[] = []
      const routers = chosenPointwise(choices.routers)
      const total = routers.length * bench.tasks.length
      for (const router of routers) {
        const rankers = new Map<string, Awaited<ReturnType<typeof ranker>>>()
        const resources: Resources = { wordVectors: data.wordVectors }
        for (const id of libraries)
          rankers.set(id, await ranker(router, edited[id].library, resources, choices.attempts))
        for (const task of bench.tasks) {
          progress(outcomes.length, total, `${router.title}: ${task.id}`)
          const row: Record<string, Row[string]> = {
            router: router.id,
            short: router.short,
            task: task.id,
            domain: task.domain,
            level: task.level,
          }
          for (const arm of arms) {
            const ranked = (turn: number): string[] => {
              const request = requestOf(task, turn)
              const among = arm.gate ? gates[arm.library]!({ id: task.id, text: request.text }) : null
              return rankers.get(arm.library)!(request, among)
            }
            const closure = arm.closure ? { required: namedOutputs, attempts: choices.attempts } : null
            Object.assign(row, columnsOf(arm.id, await playTask(bench, task, ranked, closure)))
          }
          outcomes.push(row)
        }
      }
      return {
        tables: {
          outcomes,
          bounds: await boundRows(bench),
          libraries: libraryRows(edited),
          'held-out': heldOutRows(bench),
        },
        attrition: [booksOf(bench)],
        decisions: routers.length * libraries.length * 2 * bench.tasks.reduce((n, { turns }) => n + turns.length, 0),
      }
    } finally {
      await bench.close()
    }
  }

/** What our steps read: the admitted requests of the real skills, and those about a random half of the cards. */
function readRequests({ requests, bench }: Observing['data'], stream: StreamFactory): Request[] {
  const coin = stream('half of the cards')
  const half = new Set(bench.cards.flatMap(({ id }) => (coin.uniform() < 0.5 ? [id] : [])))
  return [...requests, ...bench.requests.filter(({ skill }) => half.has(skill))]
}

/** A turn's message as a router reads it; the id keeps ties apart. */
function requestOf(task: BenchTask, turn: number): Request {
  const { id, domain, turns, cards } = task
  return { id: `${id}#${turn}`, skill: cards[turn]!, wording: 'situated', domain, abstract: false, text: turns[turn]! }
}

const columnsOf = (arm: string, { checks, routed, used, tries }: Outcome): Row => ({
  [`${arm}.strict`]: strictPass(checks) ? 1 : 0,
  [`${arm}.declared`]: scoreOf(checks, 'declared'),
  [`${arm}.flat`]: scoreOf(checks, 'flat'),
  [`${arm}.routed`]: routed,
  [`${arm}.used`]: used,
  [`${arm}.tries`]: tries,
})

/** What doing nothing and every turn's own recipe score, and what closure checks can see of the task. */
async function boundRows({ tasks, play }: Bench): Promise<Row[]> {
  const rows: Row[] = []
  for (const { id, domain, level, turns, cards } of tasks) {
    const nothing =
      (
        await play(
          id,
          cards.map(() => null),
        )
      ).checks ?? []
    const oracle = (await play(id, cards)).checks ?? []
    const { before } = await play(id, [null])
    rows.push({
      ...{ task: id, domain, level, turns: turns.length, checks: oracle.length },
      'nothing.strict': strictPass(nothing) ? 1 : 0,
      'nothing.declared': scoreOf(nothing, 'declared'),
      'nothing.flat': scoreOf(nothing, 'flat'),
      'oracle.strict': strictPass(oracle) ? 1 : 0,
      'oracle.declared': scoreOf(oracle, 'declared'),
      'oracle.flat': scoreOf(oracle, 'flat'),
      outputs: namedOutputs(turns[0]!, before).length,
      'outputs, released rule': releasedOutputs(turns[0]!, before).length,
    })
  }
  return rows
}

function libraryRows(edited: ReturnType<typeof editedLibraries>): Row[] {
  return libraries.map((id) => {
    const { library, edits } = edited[id]
    const count = (kind: string): number => edits.filter((edit) => edit.kind === kind).length
    const kinds = {
      rewrites: count('rewrite'),
      removals: count('remove'),
      merges: count('merge'),
      splits: count('split'),
    }
    return { library: id, skills: library.skills.length, ...kinds }
  })
}

const heldOutRows = ({ heldOut }: Bench): Row[] => heldOut.map(({ task, reason }): Row => ({ task, reason }))

function booksOf({ tasks, heldOut }: Bench) {
  const reasons = [...new Set(heldOut.map(({ reason }) => reason))]
  const excluded = reasons.map((reason) => ({ reason, n: heldOut.filter((one) => one.reason === reason).length }))
  return { stage: 'tasks', planned: tasks.length + heldOut.length, used: tasks.length, excluded, failed: 0, missing: 0 }
}
