import type { Stream } from '@lawbook/base'
import type { Cell } from './cells.ts'

/**
 * What teams do to one agent's success on sequential jobs: the factor a doubling. `teams-lose` is the claim as it is
 * printed, about half of one agent's success lost; in `teams-gain` teams take all the room that one agent leaves. In
 * `teams-vary` they neither lose nor gain over models and suites at large, but each model and each suite has an effect
 * of its own (`varied`).
 */
export const cellWorlds = { 'teams-lose': 0.65, 'teams-gain': 2, 'teams-even': 1, 'teams-vary': 1 } as const
export type CellWorld = keyof typeof cellWorlds

const models = 3
const suites = 3
const sizes = Float64Array.of(1, 2, 3, 4, 5)
/** Runs of a cell at a size, as in most cells of LLM Teams. */
const runs = 5

/**
 * Nine pairs of model and suite, one to five agents, five runs each. One agent succeeds with a probability between .8
 * and .95, part model, part suite, as in LLM Teams; a team of n with that times factor^log2 n, at most .98. Each pair
 * has a factor of its own, 10 % about the planted one; where teams are even it has none.
 */
export function plantedCells(world: CellWorld, stream: Stream): Cell[] {
  if (world === 'teams-vary') return varied(stream)
  const [modelEffects, suiteEffects] = [models, suites].map((count) =>
    Float64Array.from({ length: count }, () => 0.075 * stream.uniform()),
  )
  return Array.from({ length: models * suites }, (_, c) => {
    const [m, s] = [Math.floor(c / suites), c % suites]
    const alone = 0.8 + modelEffects![m]! + suiteEffects![s]!
    const factor = world === 'teams-even' ? 0 : Math.log(cellWorlds[world]) + 0.1 * stream.normal()
    return cell(m, s, (n) => Math.min(0.98, alone * Math.exp(factor * Math.log2(n))), stream)
  })
}

/**
 * Teams without an effect on average: success .5 + (a_m + b_s) log2 n, with a and b of each model and suite uniform on
 * +-.1. One agent begins at .5, so that there is as much room above as below and nothing is cut off.
 */
function varied(stream: Stream): Cell[] {
  const [ofModel, ofSuite] = [models, suites].map((count) =>
    Float64Array.from({ length: count }, () => 0.2 * (stream.uniform() - 0.5)),
  )
  return Array.from({ length: models * suites }, (_, c) => {
    const [m, s] = [Math.floor(c / suites), c % suites]
    return cell(m, s, (n) => 0.5 + (ofModel![m]! + ofSuite![s]!) * Math.log2(n), stream)
  })
}

function cell(m: number, s: number, chance: (n: number) => number, stream: Stream): Cell {
  const shares = sizes.map((n) => {
    const p = chance(n)
    let right = 0
    for (let run = 0; run < runs; run++) if (stream.uniform() < p) right++
    return right / runs
  })
  return { model: `model ${m + 1}`, suite: `suite ${s + 1}`, sizes, shares, runs: sizes.map(() => runs) }
}
