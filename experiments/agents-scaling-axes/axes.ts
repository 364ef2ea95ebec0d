import type { Sampling } from './contrast.ts'
import type { Pool } from './pool.ts'
import { agentSweeps } from './sweeps/agents.ts'
import { computeSweeps } from './sweeps/compute.ts'
import { contextSweeps } from './sweeps/context.ts'
import { depthSweeps } from './sweeps/depth.ts'

/** The axes of the sentence, context in its two readings. */
export const axisNames = {
  compute: 'inference compute',
  'raw-context': 'raw context',
  'managed-context': 'managed context',
  'tool-depth': 'tool depth',
  'agent-count': 'agent count',
} as const

export type AxisId = keyof typeof axisNames

/** What is taken as an independent unit of an axis: a column of what a curve is of. */
export type Unit = 'sweep' | 'benchmark' | 'model'

/**
 * The units over which the slopes of an axis are averaged: sweeps, or the inner units of the only source. Of several the
 * wider one counts; signs of the planted world `mixed` are drawn for the last.
 */
export const unitsBy: Readonly<Record<AxisId, readonly Unit[]>> = {
  compute: ['sweep'],
  'raw-context': ['benchmark'],
  'managed-context': ['model'],
  'tool-depth': ['sweep', 'model'],
  'agent-count': ['sweep'],
}

/** A sweep: source x benchmark family x intervention. */
export type SweepAbout = {
  readonly id: string
  readonly axis: AxisId
  readonly label: string
  readonly resource: string
  readonly role: 'decides' | 'beside'
  /** Why it decides, or stands beside. */
  readonly why: string
  /** Whether it is known how much more of the resource the later points have: else only the change is measured. */
  readonly ratio: 'known' | 'unknown'
  readonly sampling: Sampling
  readonly pool: Pool
}

/** Every sweep with its part in the verdict, in the order in which it is shown. */
export const sweeps: readonly SweepAbout[] = [...computeSweeps, ...contextSweeps, ...depthSweeps, ...agentSweeps]

/** A sweep by its id. */
export const sweepById = (id: string): SweepAbout => sweeps.find((sweep) => sweep.id === id)!

/** The sweeps that are measured as they are: all but the published composite of mcpbench, which stands in the readings. */
export const measuredSweeps = sweeps.filter(({ id }) => id !== 'mcpbench-composite')

/** The decisive sweeps of an axis. */
export const decisiveOf = (axis: AxisId): string[] =>
  sweeps.filter((sweep) => sweep.axis === axis && sweep.role === 'decides').map(({ id }) => id)
