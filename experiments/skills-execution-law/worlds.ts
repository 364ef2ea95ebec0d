import type { StreamFactory } from '@lawbook/base'
import type { Progress } from '@lawbook/experiment'
import type { Row } from '@lawbook/schemas'
import { worldRow } from '@lawbook/worlds'
import type { ExecutionChoices } from './choices.ts'
import { judgedNumbers } from './judged.ts'
import { estimateOf } from './measures.ts'
import { difficultyOf, plantEvidence, type World } from './plantedEvidence.ts'
import { type Study, studyOf } from './study.ts'

/**
 * Worlds with a known law. `multiplicative`: neither the plan nor a state moves anything. `rescue`, `mild-rescue`: the own
 * executed state removes competitors, `state-harms`: it adds some. `plan-helps`, `plan-compresses`: the plan removes or adds
 * competitors of both steps. `common-beaters`: nothing moves, but both steps are beaten by the same skills, which share
 * one library: joint success lies above the product by that alone.
 */
export const worlds: Readonly<Record<string, World>> = {
  multiplicative: { plan: 0, state: 0, common: 0 },
  rescue: { plan: 0, state: -1.2, common: 0 },
  'mild-rescue': { plan: 0, state: -0.4, common: 0 },
  'state-harms': { plan: 0, state: 0.4, common: 0 },
  'plan-helps': { plan: -0.5, state: 0, common: 0 },
  'plan-compresses': { plan: 0.5, state: 0, common: 0 },
  'common-beaters': { plan: 0, state: 0, common: 1 },
}

/** Every world through the judged numbers, with the evidence's pairs, routers and difficulty: rows of the table `worlds`. */
export function plantedRows(options: {
  readonly study: Study
  /** Competitors of each pair. */
  readonly competitors: readonly number[]
  readonly choices: ExecutionChoices
  readonly stream: StreamFactory
  readonly progress: Progress
}): Row[] {
  const { study, competitors, choices, stream, progress } = options
  if (study.routers.length === 0) return []
  const given = {
    pairs: study.pairs,
    routers: study.routers,
    competitors,
    difficulty: difficultyOf(study),
  }
  return Object.entries(worlds).flatMap(([world, law], done) => {
    progress(done, Object.keys(worlds).length, `planted world ${world}`)
    return Array.from({ length: choices.replicates }, (_, replicate) => {
      const planted = plantEvidence(law, given, stream('world', world, replicate))
      const numbers = judgedNumbers(studyOf(planted, study.routers, new Set(), choices.size), choices)
      return Object.entries(numbers).map(([measure, found]) =>
        worldRow(world, replicate, measure, found === null ? null : estimateOf(found)),
      )
    }).flat()
  })
}
