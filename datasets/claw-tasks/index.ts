import { join } from 'node:path'
import { fail, readText, sha256 } from '@lawbook/base'
import { type Bench, type BenchTask, realBench } from '@lawbook/benchmarks'
import { defineDataset, fromJsonLines, localFolder, toJsonLines } from '@lawbook/dataset'
import { type Bundle, bundleSkill, openRunner, type Runner } from '@lawbook/execution'
import { type Card, cardRequests, readCards } from './cards.ts'
import { root } from './folders.ts'
import { singleBench, stagedBench } from './ownBench.ts'
import { type Proof, proveSingle, proveStaged } from './proofs.ts'
import { type SingleTask, singleTasks } from './single.ts'
import { act, type Between, beginning, checkTurn, openTurn, type StagedTask, stagedTasks } from './staged.ts'
import { steady } from './steady.ts'

/** Tasks of our own in the layouts of two benchmarks, with the cards of their recipes; a bench is opened when it is asked for. */
export type ClawTasks = {
  /** Our single-turn tasks, or those of the real checkout that a reader gave with `--data-dir`. */
  clawbench(): Promise<Bench>
  /** Our multi-stage tasks. LB_USAGE for a real checkout: ClawMark has no solutions, so there are no recipes to pick. */
  clawmark(): Promise<Bench>
  readonly proofs: readonly Proof[]
}

/**
 * Tasks written for this project in the layouts of ClawBench and ClawMark (see README.md). The build executes every recipe, does
 * nothing, and spoils products, and keeps what the verifiers said; `load` gives benches that execute whatever is picked.
 */
export const clawTasks = defineDataset<ClawTasks>({
  id: 'claw-tasks',
  url: import.meta.url,
  async build({ progress }) {
    const [single, staged, cards] = await Promise.all([singleTasks(), stagedTasks(), readCards()])
    const bundles = { clawbench: await bundleOf('clawbench'), clawmark: await bundleOf('clawmark') }
    const total = single.length + staged.length
    const proofs: Proof[] = []
    const proven = (proof: Proof): void => {
      progress(proofs.push(hold(proof)), total, proof.task)
    }
    await withRunner(bundles.clawbench, async (runner) => {
      for (const task of single) proven(await proveSingle(task, runner))
    })
    const turns = await withRunner(bundles.clawmark, async (runner) => {
      for (const task of staged) proven(await proveStaged(task, runner))
      return await Promise.all(staged.map((task) => messagesOf(task, runner)))
    })
    const cardOf = cardsByRecipe(cards)
    return {
      'cards.jsonl': toJsonLines(cards.map(({ skill, recipe }) => ({ skill: { ...skill, body: '' }, recipe }))),
      'requests.jsonl': toJsonLines(cardRequests(await writtenRequests(), cards)),
      'clawbench.jsonl': toJsonLines(single.map((task) => recordSingle(task, cardOf))),
      'clawmark.jsonl': toJsonLines(staged.map((task, i) => recordStaged(task, turns[i]!, cardOf))),
      'proofs.jsonl': toJsonLines(proofs),
      'clawbench.mjs': bundles.clawbench.code,
      'clawmark.mjs': bundles.clawmark.code,
    }
  },
  async load(read) {
    const rows = async <T>(file: string): Promise<T[]> => fromJsonLines(await read(file), file) as T[]
    const [cards, requests] = await Promise.all([
      rows<Card>('cards.jsonl'),
      rows<Bench['requests'][number]>('requests.jsonl'),
    ])
    const bundle = async (file: string): Promise<Bundle> => {
      const code = await read.bytes(file)
      return { code, hash: sha256(code) }
    }
    const layout = (name: string) => {
      const mine = cards.filter(({ recipe }) => recipe.startsWith(`${name}/`))
      const ids = new Set(mine.map(({ skill }) => skill.id))
      return { cards: mine, requests: requests.filter(({ skill }) => ids.has(skill)) }
    }
    const real = localFolder()
    return {
      clawbench: async () =>
        real !== null
          ? await realBench(real, { python: null, workers: 2 })
          : singleBench(
              {
                ...layout('clawbench'),
                tasks: await rows<BenchTask>('clawbench.jsonl'),
                bundle: await bundle('clawbench.mjs'),
              },
              await singleTasks(),
            ),
      clawmark: async () =>
        real !== null
          ? fail(
              'LB_USAGE',
              'the real ClawMark has no solutions, so there is no recipe to pick; leave --data-dir out, or run its tasks with `repro benchmark clawmark`',
            )
          : stagedBench(
              {
                ...layout('clawmark'),
                tasks: await rows<BenchTask>('clawmark.jsonl'),
                bundle: await bundle('clawmark.mjs'),
              },
              await stagedTasks(),
            ),
      proofs: await rows<Proof>('proofs.jsonl'),
    }
  },
})
export default clawTasks

const bundleOf = (layout: string): Promise<Bundle> => bundleSkill(join(root, `recipes/${layout}.ts`))

async function withRunner<T>(bundle: Bundle, work: (runner: Runner) => Promise<T>): Promise<T> {
  const runner = steady(await openRunner(bundle))
  try {
    return await work(runner)
  } finally {
    await runner.close()
  }
}

/** A task that its own recipe does not pass, that doing nothing passes or that a spoiled product passes is no task. */
function hold(proof: Proof): Proof {
  const { task, oracle, nothing, fooledBy } = proof
  const wrong = [
    ...(oracle ? [] : ['its own recipe does not pass']),
    ...(nothing < 1 ? [] : ['doing nothing passes']),
    ...fooledBy.map((name) => `the spoiled product "${name}" passes`),
  ]
  return wrong.length === 0
    ? proof
    : fail('LB_EXPERIMENT', `the task ${task} cannot be used: ${wrong.join('; ')}; mend its verifier or its recipe`)
}

/** What the agent is told at each turn, along the turns of the task's own recipes. */
async function messagesOf(task: StagedTask, runner: Runner): Promise<string[]> {
  const messages: string[] = []
  let world: Between = beginning(task)
  for (const stage of task.task.stages.keys()) {
    const turn = openTurn(task, stage, world)
    messages.push(turn.message)
    world = checkTurn(task, stage, await act(turn, `${task.folder}/solution/stage${stage}`, runner), world.checks)
  }
  return messages
}

function cardsByRecipe(cards: readonly Card[]): (recipe: string) => string {
  const byRecipe = new Map(cards.map(({ skill, recipe }) => [recipe, skill.id]))
  if (byRecipe.size < cards.length) fail('LB_DUPLICATE_ID', 'two cards of skills/ name one recipe; keep one of them')
  return (recipe) =>
    byRecipe.get(recipe) ?? fail('LB_DANGLING', `no card of skills/ names the recipe ${recipe}; write one`)
}

function recordSingle(
  { id, folder, domain, level, instruction }: SingleTask,
  cardOf: (recipe: string) => string,
): BenchTask {
  return { id, domain, level, turns: [instruction], cards: [cardOf(`clawbench/${folder}`)] }
}

function recordStaged(
  { id, folder, task }: StagedTask,
  turns: readonly string[],
  cardOf: (recipe: string) => string,
): BenchTask {
  const { category, difficulty } = task.metadata
  const cards = task.stages.map((_, k) => cardOf(`clawmark/${folder}/stage${k}`))
  return { id, domain: category, level: difficulty, turns, cards }
}

async function writtenRequests() {
  return fromJsonLines(await readText(join(root, 'requests.jsonl')), 'requests.jsonl') as Parameters<
    typeof cardRequests
  >[0]
}
