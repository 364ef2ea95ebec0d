import type { StreamFactory } from '@lawbook/base'
import type { Estimate, Measure, Row } from '@lawbook/schemas'
import { type Agent, bestOf } from './agent.ts'
import type { EfficiencyChoices } from './choices.ts'
import { medianOverTasks, medianWithUncosted, ratiosOf } from './jointTasks.ts'
import { makerOf } from './makers.ts'
import { medianEstimate } from './median.ts'
import type { Priced, PricedSet } from './perDollar.ts'
import type { Reading } from './reading.ts'
import { geometricSpread } from './spread.ts'

type Alternative = NonNullable<Measure['alternatives']>[number]

/** One reading as a measure in per cent: the median over agents, with the other choices beside it. */
export function readingMeasure(
  reading: Reading,
  runs: readonly Row[],
  { best, draws }: EfficiencyChoices,
  stream: StreamFactory,
): Measure {
  const { id, title, method, agents, missing, alone } = reading
  const estimate = estimateOf(reading, agents)
  const quarter = { choice: 'which agents', option: 'the best quarter by success', agents: bestOf(agents, best) }
  const makers = { choice: 'what is independent', option: 'makers of models', agents: byMaker(agents) }
  const variants = alone === null ? [quarter, ...(sharesMakers(agents) ? [makers] : []), ...reading.variants] : []
  const alternatives: Alternative[] = [
    ...variants.map(({ choice, option, agents: others }) => ({
      choice,
      option,
      ...percent(estimateOf(reading, others)),
    })),
    ...joint(),
  ]
  return {
    id,
    title,
    ...percent(estimate),
    method,
    resampled: resampledBy(reading),
    n: alone === null ? agents.length : alone.tasks,
    unit: '%',
    evidence: 'published',
    ...(alternatives.length === 0 ? {} : { alternatives }),
    ...(missing === null ? {} : { bounds: { worst: bound(missing.worst), best: bound(missing.best) } }),
  }

  function joint(): Alternative[] {
    const own = reading.runs === null ? [] : runs.filter(({ set }) => set === reading.runs!.set)
    if (own.length === 0) return []
    const over = medianOverTasks(ratiosOf(own, reading.runs!.weight), draws, stream('tasks', id))
    const filled = reading.runs!.weight === 'spend' ? medianWithUncosted(own) : null
    return [
      { choice: 'what is drawn', option: 'tasks, jointly for all agents', ...percent(over) },
      ...(filled === null
        ? []
        : [
            {
              choice: 'tasks without a cost',
              option: 'with their own outcome, at the mean cost of the others',
              ...percent(filled),
            },
          ]),
    ]
  }
}

/** The median over some agents of a reading; of one agent its own number, of hand-picked ones no interval. */
export function estimateOf({ alone, handPicked }: Reading, agents: readonly Agent[]): Estimate {
  if (alone !== null) return alone.estimate
  const estimate = medianEstimate(agents)
  return handPicked ? { ...estimate, i90: null, i995: null } : estimate
}

/** The same agents with makers in the place of models, as what is independent; who lists no model stands for itself. */
export function byMaker(agents: readonly Agent[]): Agent[] {
  return agents.map((agent) => (agent.model === agent.label ? agent : { ...agent, model: makerOf(agent.model) }))
}

const modelsOf = (agents: readonly Agent[]): number => new Set(agents.map(({ model }) => model)).size

function sharesMakers(agents: readonly Agent[]): boolean {
  return modelsOf(byMaker(agents)) < modelsOf(agents)
}

const bound = (agents: readonly Agent[]) => percent(medianEstimate(agents))

/** What the intervals of a reading take as independent. */
function resampledBy({ agents, alone, handPicked }: Reading): string {
  if (alone !== null) return `tasks (${alone.tasks}) of one agent`
  if (handPicked) return 'nothing: picked by hand'
  const models = modelsOf(agents)
  return models === agents.length
    ? `agents (${agents.length}; sign test), on the same tasks`
    : `models (${models}, with ${agents.length} agents; sign test), on the same tasks`
}

/** How far apart agents are in solved tasks per dollar. Agents that solved nothing have no logarithm. */
export function spreadMeasure({ set, agents, withZeros }: PricedSet): Measure {
  const used = solving(agents)
  const models = new Set(used.map(({ model }) => model)).size
  return {
    id: `per-dollar-spread-${set.id}`,
    title: `geometric standard deviation of solved tasks per dollar between agents, ${set.name}`,
    ...spreadOf(used),
    method: 'exp(sd of ln(share solved / dollars a task)); a band as narrow as 40 to 60 % allows at most sqrt(60 / 40)',
    resampled: `models (${models}, with ${used.length} agents; delete-one jackknife, t)`,
    n: used.length,
    unit: 'factor',
    evidence: 'published',
    ...(withZeros === null
      ? {}
      : {
          alternatives: [{ choice: 'costs of 0', option: 'kept as reported', ...spreadOf(solving(withZeros)) }],
        }),
  }
}

const solving = (agents: readonly Priced[]) => agents.filter(({ value }) => value > 0)

function spreadOf(agents: readonly Priced[]): Estimate {
  const { value, i90, i995 } = geometricSpread(agents)
  return { value, i90: [...i90], i995: [...i995] }
}

/** A share as per cent. */
function percent({ value, i90, i995 }: Estimate): Estimate {
  const ends = (interval: Estimate['i90']): [number, number] | null =>
    interval === null ? null : [100 * interval[0], 100 * interval[1]]
  return { value: value === null ? null : 100 * value, i90: ends(i90), i995: ends(i995) }
}
