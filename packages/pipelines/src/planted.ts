import { fail, type Stream } from '@lawbook/base'
import type { DependencyClass, Executed, Pipeline, PipelineStep, Pipelines } from '@lawbook/execution'
import { type Library, libraryOf, type Skill } from '@lawbook/skills'

/**
 * A planted pair: how many competitors beat the right second skill from its text alone, with the executed state of its own
 * first step, and with a wrong state; how many beat the first; how many of those are the same skills (`shared`, at most the
 * smaller of `first` and `alone`). Needs state <= alone <= wrong.
 */
export type PlantedPair = {
  readonly class: DependencyClass
  readonly first: number
  readonly alone: number
  readonly state: number
  readonly wrong: number
  readonly shared: number
  /** What executing says: after the right first step, on the inputs alone, after the wrong first step. */
  readonly own?: Executed
  readonly none?: Executed
  readonly afterWrong?: Executed
}

/** How many competitors beat the right skill of each step of a planted chain, from its text alone and with its state. */
export type PlantedChain = readonly { readonly alone: number; readonly state: number }[]

/** A planted library of real skills, and pipelines of planted executable ones. */
export type PlantedPipelines = { readonly library: Library; readonly data: Pipelines }

const right: Executed = { blind: 'pass', aware: 'pass' }

/**
 * Pipelines of invented words in which lexical routers come to the planted counts. A step says four words: its right skill
 * has three of them, each beater all four. A state says two words: the right skill of the step after it has both, and so
 * have those of its beaters that the state does not beat; `wrong - alone` other skills have one of the step's words and all
 * three of the wrong state. Every word of a state is also in `fillers` skills by itself, so that it is no rarer than a
 * step's words and the state of another pair (the placebo) moves nobody past anybody; so `alone` should not be far below `fillers`. Descriptions are padded to one length.
 * Throws LB_DOMAIN where counts contradict each other or the library is too small for them.
 */
export function plantedPipelines({
  skills,
  pairs = [],
  chains = [],
  fillers = 24,
  stream,
}: {
  readonly skills: number
  readonly pairs?: readonly PlantedPair[]
  readonly chains?: readonly PlantedChain[]
  readonly fillers?: number
  readonly stream: Stream
}): PlantedPipelines {
  const word = wordsOf(stream)
  const described: string[][] = Array.from({ length: skills }, () => [])
  const owned: { readonly id: string; readonly family: string; readonly words: string[] }[] = []
  const put = (places: Iterable<number>, words: readonly string[]): void => {
    for (const j of places) described[j]!.push(...words)
  }
  const draw = (n: number, without: ReadonlySet<number> = new Set()): number[] => {
    const open = Array.from(stream.sample(skills, skills)).filter((j) => !without.has(j))
    if (n > open.length)
      fail('LB_DOMAIN', `cannot plant ${n} beaters among ${open.length} open skills; plant a larger library`)
    return open.slice(0, n)
  }
  /** The words of a state, each also in skills that have nothing else of it and beat nobody in the next step. */
  const stateWords = (n: number, next: readonly number[]): string[] => {
    const places = draw(n * fillers, new Set(next))
    return Array.from({ length: n }, (_, i) => {
      const one = word()
      put(places.slice(i * fillers, (i + 1) * fillers), [one])
      return one
    })
  }
  const plantStep = (
    name: string,
    family: string,
    beaters: readonly number[],
  ): { words: string[]; step: PlantedStep } => {
    const words = [word(), word(), word(), word()]
    put(beaters, words)
    const own = { id: `planted@1.0.0:skills/${name}/SKILL.md`, family, words: words.slice(0, 3) }
    owned.push(own)
    const other = [word(), ...words.toReversed(), word()].join(' ')
    return { words, step: { skill: own.id, text: words.join(' '), other, own } }
  }

  const plannedPairs = pairs.map((pair, i): Pipeline => {
    const { first, alone, state, wrong, shared } = pair
    if (!(state <= alone && alone <= wrong && shared <= Math.min(first, alone)))
      fail(
        'LB_DOMAIN',
        `cannot plant a pair of ${JSON.stringify(pair)}; state <= alone <= wrong and shared <= first, alone`,
      )
    const name = `pair-${String(i).padStart(3, '0')}`
    const [ofFirst, more] = [draw(first), new Set<number>()]
    const common = ofFirst.slice(0, shared)
    for (const j of ofFirst) more.add(j)
    const ofSecond = [...common, ...draw(alone - shared, more)]
    const a = plantStep(`${name}-a`, `family-${i % 12}`, ofFirst)
    const b = plantStep(`${name}-b`, `family-${(i + 5) % 12}`, ofSecond)
    const [ownState, wrongState] = [stateWords(2, ofSecond), stateWords(3, ofSecond)]
    b.step.own.words.push(...ownState)
    put(ofSecond.slice(0, state), ownState)
    const misled = draw(wrong - alone, new Set(ofSecond))
    put(misled, [b.words[0]!, ...wrongState])
    const stateText = ownState.join(' ')
    return {
      id: name,
      class: pair.class,
      steps: [stepOf(a.step, stateText), stepOf(b.step, 'nothing new')],
      own: pair.own ?? right,
      none: pair.none ?? right,
      wrong: [{ skill: a.step.skill, state: wrongState.join(' '), executed: pair.afterWrong ?? right }],
      completions: [{ first: a.step.skill, second: b.step.skill }],
    }
  })

  const plannedChains = chains.map((chain, i): Pipeline => {
    const name = `chain-${String(i).padStart(3, '0')}`
    let before: string[] = []
    const drawn = chain.map(({ alone }) => draw(alone))
    const steps = chain.map(({ state }, k) => {
      const beaters = drawn[k]!
      const { step } = plantStep(`${name}-${k}`, `family-${(i + k) % 12}`, beaters)
      step.own.words.push(...before)
      put(beaters.slice(0, state), before)
      before = stateWords(2, drawn[k + 1] ?? [])
      return { ...stepOf(step, before.join(' ')), other: null }
    })
    return { id: name, class: null, steps, own: null, none: null, wrong: [], completions: [] }
  })

  const length = 2 * Math.max(8, ...[...described, ...owned.map(({ words }) => words)].map((words) => words.length))
  const padded = (words: string[]): string => {
    while (words.length < length) words.push(word())
    return stream.shuffle(words).join(' ')
  }
  const skillOf = (id: string, words: string[], owner: string): Skill => ({
    id,
    name: word(),
    description: padded(words),
    body: '',
    package: owner,
    licence: 'MIT',
    tags: [],
  })
  return {
    library: libraryOf(
      described.map((words, j) => skillOf(`real@1.0.0:skills/${String(j).padStart(5, '0')}/SKILL.md`, words, 'real')),
    ),
    data: {
      skills: owned.map(({ id, family, words }) => ({ family, skill: skillOf(id, words, 'planted') })),
      pipelines: [...plannedPairs, ...plannedChains],
      attrition: [],
    },
  }
}

type PlantedStep = { skill: string; text: string; other: string; own: { words: string[] } }

function stepOf({ skill, text, other }: PlantedStep, state: string): PipelineStep {
  return { skill, text, other, state, accepted: [{ skill, state }] }
}

/** Invented words of ten letters, no two alike, none changed by stemming. */
function wordsOf(stream: Stream): () => string {
  const seen = new Set<string>()
  return () => {
    for (;;) {
      let word = ''
      for (let i = 0; i < 9; i++) word += 'abcdefghijklmnopqrstuvwxyz'[stream.integer(26)]!
      word += 'bfhjkpqvwxz'[stream.integer(11)]!
      if (seen.has(word)) continue
      seen.add(word)
      return word
    }
  }
}

/** The verdict pair of a second step that was right for what it was given and wrong for the whole task. */
export const misled: Executed = { blind: 'pass', aware: 'fail' }
