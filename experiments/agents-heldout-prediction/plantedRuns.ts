import type { AgentRow, AgentRuns, AgentSource } from '@lawbook/agent-runs'
import type { StreamFactory } from '@lawbook/base'
import { plantSample, type Shape, type World } from './planted.ts'

/** How large a planted data set is. */
export type Extent = { readonly tasks: number; readonly benchmarks: number }

const hours = [2, 4, 6, 8, 10, 12]
const models = 5
const systems = 24

/** The rows of so many tasks with five models and six budgets. */
export function sweepShape(tasks: number): Shape {
  const n = tasks * models * hours.length
  return {
    x: Float64Array.from({ length: n }, (_, i) => Math.log(hours[i % hours.length]!)),
    unit: Int32Array.from({ length: n }, (_, i) => Math.floor(i / (models * hours.length))),
    group: Int32Array.from({ length: n }, (_, i) => Math.floor(i / hours.length) % models),
    units: tasks,
    groups: models,
  }
}

/** The rows of so many benchmarks with the same systems, each at a cost of its own. */
export function crossShape(benchmarks: number, stream: ReturnType<StreamFactory>): Shape {
  const n = benchmarks * systems
  return {
    x: Float64Array.from({ length: n }, () => 1.5 * stream.normal()),
    unit: Int32Array.from({ length: n }, (_, i) => Math.floor(i / systems)),
    group: Int32Array.from({ length: n }, (_, i) => i % systems),
    units: benchmarks,
    groups: systems,
  }
}

/** A planted world as published figures, for the whole pipeline: an EdgeBench, a leaderboard and an index. */
export function plantedRuns(world: World, { tasks, benchmarks }: Extent, stream: StreamFactory): AgentRuns {
  const sweep = plantSample(world, sweepShape(tasks), stream('sweep'))
  const rows = Array.from(sweep.y.keys(), (i) =>
    figure('edgebench', {
      benchmark: 'EdgeBench',
      setting: 'Planted',
      task: `task ${sweep.unit[i]}`,
      model: `model ${sweep.group[i]}`,
      axis: 'hours',
      x: Math.round(Math.exp(sweep.x[i]!)),
      metric: 'score',
      y: sweep.y[i]!,
    }),
  )
  const cross = (['hal', 'openhands'] as const).flatMap((source) => {
    const sample = plantSample(world, crossShape(benchmarks, stream(source, 'costs')), stream(source))
    return Array.from(sample.y.keys()).flatMap((i) => {
      const where = { benchmark: `benchmark ${sample.unit[i]}`, agent: 'planted', model: `model ${sample.group[i]}` }
      return [
        figure(source, { ...where, metric: 'success', y: sample.y[i]!, n: 50 }),
        figure(source, { ...where, metric: 'cost', y: Math.exp(sample.x[i]!), n: 50 }),
      ]
    })
  })
  return { rows: [...rows, ...cross], sources: ['edgebench', 'hal', 'openhands'].map(cited), runLevel: null }
}

function figure(source: string, given: Partial<AgentRow> & Pick<AgentRow, 'metric' | 'y'>): AgentRow {
  const nothing = { benchmark: null, setting: null, agent: null, model: null, task: null, axis: null, x: null }
  return { source, ...nothing, unit: null, n: null, sd: null, note: null, ...given }
}

function cited(id: string): AgentSource {
  const where = { url: 'https://example.org', paper: null, version: 'planted' }
  return { id, title: `planted ${id}`, ...where, depth: 'primary', licence: 'MIT', note: 'planted' }
}
