import type { StreamFactory } from '@lawbook/base'
import { type Bench, type BenchTask, scoreOf, strictPass } from '@lawbook/benchmarks'
import type { Evidence, Progress } from '@lawbook/experiment'
import { chosenPointwise, type PointwiseRouter } from '@lawbook/routers'
import type { Row } from '@lawbook/schemas'
import { type Library, libraryOf, type Request, type Resources, type WordVectors } from '@lawbook/skills'
import { type Arm, arms, type Editions, editedLibraries, type LibraryId, libraries } from './arms.ts'
import type { TransferChoices } from './choices.ts'
import { type Gate, releasedGate } from './gate.ts'
import { type Outcome, playTask } from './play.ts'
import { type Rank, ranker } from './ranked.ts'
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
 * Let every router pick a recipe for every turn of every task under all arms, execute what it picks and keep what the
 * benchmark's own checker says: `outcomes` has a row a router and task, `bounds` one a task (the oracle, and doing nothing).
 */
export const observeTransfer = (context: Observing): Promise<Evidence> => observeWith(editedLibraries)(context)

/** The same with other edits: planted worlds come in here. */
export const observeWith =
  (edit: typeof editedLibraries) =>
  async (context: Observing): Promise<Evidence> => {
    const { data, choices, stream } = context
    const { bench } = data
    try {
      const halves = halvesOf(bench, stream)
      const read = halves.map((half) => [...data.requests, ...bench.requests.filter(({ skill }) => half.has(skill))])
      const editions = edit(libraryOf([...data.library.skills, ...bench.cards]), read)
      const outcomes = await outcomeRows(context, editions, halves)
      const turns = bench.tasks.reduce((n, task) => n + task.turns.length, 0)
      const asked = libraries.reduce((n, id) => n + editions[id].length, 0) * gatesAsked
      return {
        tables: {
          outcomes,
          bounds: await boundRows(bench),
          libraries: libraryRows(editions, bench.cards),
          'held-out': heldOutRows(bench),
        },
        attrition: [booksOf(bench)],
        decisions: choices.routers.length * asked * turns,
      }
    } finally {
      await bench.close()
    }
  }

/** Each edition of the library is asked without a gate and with either limit. */
const gatesAsked = 3

async function outcomeRows(
  { data: { bench, wordVectors }, choices, progress }: Observing,
  editions: Editions,
  halves: readonly ReadonlySet<string>[],
): Promise<Row[]> {
  const rows: Row[] = []
  const routers = chosenPointwise(choices.routers)
  const gateOf = gatesFor(editions, choices)
  for (const router of routers) {
    const rankers = await rankersOf(router, editions, { wordVectors }, choices.attempts)
    for (const task of bench.tasks) {
      progress(rows.length, routers.length * bench.tasks.length, `${router.title}: ${task.id}`)
      const { id, domain, level } = task
      const row: Record<string, Row[string]> = { router: router.id, short: router.short, task: id, domain, level }
      for (const arm of arms) {
        const closure = arm.closure ? { required: namedOutputs, attempts: choices.attempts } : null
        const played: Outcome[] = []
        for (const [edition, rank] of rankers[arm.library].entries()) {
          const gate = gateOf(arm, edition)
          const ranked = (turn: number): string[] => {
            const request = requestOf(task, turn)
            return rank(request, gate?.({ id, text: request.text }) ?? null)
          }
          played.push(await playTask(bench, task, ranked, closure))
        }
        Object.assign(row, columnsOf(arm.id, played), arm.id === 'ours' ? readColumns(task, played, halves) : {})
      }
      rows.push(row)
    }
  }
  return rows
}

/** The cards in two random halves. Our steps read, in each edition, the requests about one of them. */
function halvesOf({ cards }: Bench, stream: StreamFactory): ReadonlySet<string>[] {
  const shuffle = stream('halves of the cards')
  const keyed = cards.map(({ id }) => ({ id, key: shuffle.uniform() })).sort((a, b) => a.key - b.key)
  const middle = Math.floor(keyed.length / 2)
  return [keyed.slice(0, middle), keyed.slice(middle)].map((half) => new Set(half.map(({ id }) => id)))
}

type Rankers = Readonly<Record<LibraryId, readonly Rank[]>>

async function rankersOf(
  router: PointwiseRouter,
  editions: Editions,
  resources: Resources,
  most: number,
): Promise<Rankers> {
  const rankersFor = (id: LibraryId): Promise<Rank[]> =>
    Promise.all(editions[id].map(({ library }) => ranker(router, library, resources, most)))
  return { raw: await rankersFor('raw'), authors: await rankersFor('authors'), ours: await rankersFor('ours') }
}

/** The gate of an arm over one edition of its library; null for none. Each is made once. */
function gatesFor(editions: Editions, { gateLimit, wideGateLimit }: TransferChoices) {
  const limits = { '': null, '+gate': gateLimit, '+wide-gate': wideGateLimit } as const
  const known = new Map<string, Gate>()
  return ({ library, gate }: Arm, edition: number): Gate | null => {
    const limit = limits[gate]
    if (limit === null) return null
    const key = `${library} ${edition} ${gate}`
    const made = known.get(key) ?? releasedGate(editions[library][edition]!.library, limit)
    known.set(key, made)
    return made
  }
}

/** A turn's message as a router reads it; the id keeps ties apart. */
function requestOf(task: BenchTask, turn: number): Request {
  const { id, domain, turns, cards } = task
  return { id: `${id}#${turn}`, skill: cards[turn]!, wording: 'situated', domain, abstract: false, text: turns[turn]! }
}

/** Means over the editions of the arm's library. */
function columnsOf(arm: string, played: readonly Outcome[]): Row {
  const mean = (of: (outcome: Outcome) => number): number =>
    played.reduce((sum, outcome) => sum + of(outcome), 0) / played.length
  return {
    [`${arm}.strict`]: mean(({ checks }) => (strictPass(checks) ? 1 : 0)),
    [`${arm}.declared`]: mean(({ checks }) => scoreOf(checks, 'declared') ?? 0),
    [`${arm}.flat`]: mean(({ checks }) => scoreOf(checks, 'flat') ?? 0),
    [`${arm}.routed`]: mean(({ routed }) => routed),
    [`${arm}.used`]: mean(({ used }) => used),
    [`${arm}.tries`]: mean(({ tries }) => tries),
  }
}

/**
 * Our edited library where the requests about a turn's card were read and where they were not: shares of turns whose first pick
 * is right. Every card is read in one of two editions, so the mean of both is the arm's.
 */
function readColumns({ cards }: BenchTask, played: readonly Outcome[], halves: readonly ReadonlySet<string>[]): Row {
  const share = (wasRead: boolean): number => {
    const hits = cards.map((card, turn) => {
      const edition = halves[0]!.has(card) === wasRead ? 0 : 1
      return played[Math.min(edition, played.length - 1)]!.hits[turn]! ? 1 : 0
    })
    return hits.reduce<number>((sum, hit) => sum + hit, 0) / cards.length
  }
  return { 'ours read.routed': share(true), 'ours unread.routed': share(false) }
}

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
      'outputs of the first turn': namedOutputs(turns[0]!, before).length,
      'the same by the released rule': releasedOutputs(turns[0]!, before).length,
    })
  }
  return rows
}

/** What was edited: entries, and edits by kind, in all and of cards. */
function libraryRows(editions: Editions, cards: Bench['cards']): Row[] {
  const ours = new Set(cards.map(({ id }) => id))
  return libraries.flatMap((id) =>
    editions[id].map(({ library, edits }, edition): Row => {
      const count = (kind: string): number => edits.filter((one) => one.kind === kind).length
      const rewritten = edits.filter((one) => one.kind === 'rewrite' && ours.has(one.before.id))
      return {
        ...{ library: id, edition: edition + 1, skills: library.skills.length, rewrites: count('rewrite') },
        ...{ removals: count('remove'), merges: count('merge'), splits: count('split'), cards: ours.size },
        'cards rewritten': new Set(rewritten.map(({ before }) => before.id)).size,
      }
    }),
  )
}

const heldOutRows = ({ heldOut }: Bench): Row[] => heldOut.map(({ task, reason }): Row => ({ task, reason }))

function booksOf({ tasks, heldOut }: Bench) {
  const reasons = [...new Set(heldOut.map(({ reason }) => reason))]
  const excluded = reasons.map((reason) => ({ reason, n: heldOut.filter((one) => one.reason === reason).length }))
  return { stage: 'tasks', planned: tasks.length + heldOut.length, used: tasks.length, excluded, failed: 0, missing: 0 }
}
