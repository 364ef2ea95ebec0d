import type { StreamFactory } from '@lawbook/base'
import type { Progress } from '@lawbook/experiment'
import type { Row } from '@lawbook/schemas'
import { worldRow } from '@lawbook/worlds'
import type { PipelineChoices } from './choices.ts'
import { difficultyOf } from './difficulty.ts'
import { judge, judgedNames } from './judge.ts'
import { planter, type World } from './plant.ts'
import type { Study } from './study.ts'

/** The printed rule for gamma, and one that runs the other way with about the same mean. */
const printed = (b: number): number => 6.7 * b + 1.09
const falling = (b: number): number => 1.96 - 6.7 * b

/** Powers of the steps of a long plan, mean 1: `ends` for the first and the last, the rest evenly between. */
const bent = (ends: number, step: number, length: number): number => {
  if (length < 5) return 1
  return step === 0 || step === length - 1 ? ends : (length - 2 * ends) / (length - 2)
}

/**
 * Worlds with a known law of plans. `law`: the printed one, all positions alike; `u-shaped`: the same, ends of long plans
 * easier; `falling`: the same, each step of a long plan harder than the one before; `independent`: gamma is 1; `rescued`: gamma is .7; `levels-off`: each further step easier than the one before, so
 * that no gamma fits all lengths; `reversed`: gamma falls with b, and the ends of long plans are harder.
 */
export const worlds: Readonly<Record<string, World>> = {
  law: (_, __, b) => printed(b),
  'u-shaped': (step, length, b) => printed(b) * bent(0.5, step, length),
  falling: (step, length, b) => printed(b) * (length < 5 ? 1 : 0.5 + step / (length - 1)),
  independent: () => 1,
  rescued: () => 0.7,
  'levels-off': (step) => 1 / (step + 1),
  reversed: (step, length, b) => falling(b) * bent(1.5, step, length),
}

/** What worlds are judged by: what long plans that are never right cannot decide is not planted. */
export const plantedNames = judgedNames.filter((name) => name !== 'extrapolation-gap')

/** Every world through the judged measures, with the plans, sizes, routers and difficulty of a real study. */
export function plantedRows(
  study: Study,
  { choices, stream, progress }: { choices: PipelineChoices; stream: StreamFactory; progress: Progress },
): Row[] {
  if (study.routers.length === 0) return []
  const given = difficultyOf(study)
  return Object.entries(worlds).flatMap(([id, world], done, all) => {
    progress(done, all.length, `planted world ${id}`)
    const draw = planter(world, study.plans, given)
    return Array.from({ length: choices.replicates }, (_, replicate) => {
      const judged = judge(draw(stream('world', id, replicate)), choices, plantedNames)
      return plantedNames.map((name) => worldRow(id, replicate, name, judged[name]?.nested ?? null))
    }).flat()
  })
}
