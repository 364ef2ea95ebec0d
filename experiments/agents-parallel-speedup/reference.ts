import type { AgentRow } from '@lawbook/agent-runs'
import { fail } from '@lawbook/base'
import {
  amdahl,
  type Fit,
  fitChecklist,
  fitLaw,
  innerTail,
  type Law,
  type ParameterIntervals,
  predict,
  reached,
  studentInterval,
  uncertainty,
  universalScalability,
} from '@lawbook/estimators'
import type { FitRecord, Row } from '@lawbook/schemas'

/**
 * What the R package usl prints for its reference data: throughput of one worker l, contention a, coherency b (Moeding,
 * usl 3.0.3, vignette and tests/summary; the law and the ray tracer's data are of Gunther 2007). The ray tracer has no
 * best size: its coherency is zero.
 */
export const printedParameters: Readonly<Record<string, readonly [l: number, a: number, b: number]>> = {
  raytracer: [21.848843, 0.057771, 0],
  specsdm91: [89.9952384, 0.0277285, 0.0001044],
}

/** A reference data set with our fits beside what is printed. */
export type Reference = {
  readonly id: string
  readonly points: { readonly x: Float64Array; readonly y: Float64Array }
  readonly scalability: Fit
  /** Largest relative departure of l, a and b from what is printed; absolute where zero is printed. */
  readonly departure: number
  readonly records: readonly FitRecord[]
}

/** Both laws fitted to each reference data set. */
export function referencesOf(rows: readonly AgentRow[]): Reference[] {
  return [...new Set(rows.map(({ benchmark }) => benchmark!))].map((id) => {
    const printed = printedParameters[id] ?? fail('LB_DANGLING', `nothing printed is known of the data set "${id}"`)
    const own = rows.filter(({ benchmark }) => benchmark === id)
    const points = { x: Float64Array.from(own, ({ x }) => x!), y: Float64Array.from(own, ({ y }) => y!) }
    const scalability = fitLaw(universalScalability, points.x, points.y)
    const theta =
      reached(scalability) ?? fail('LB_FIT', `universal scalability has no fit to "${id}": ${scalability.status}`)
    return {
      id,
      points,
      scalability,
      departure: Math.max(...printed.map((value, j) => Math.abs(theta[j]! - value) / (value === 0 ? 1 : value))),
      records: [universalScalability, amdahl].map((law) => recordOf(id, law, points)),
    }
  })
}

function recordOf(id: string, law: Law, points: Reference['points']): FitRecord {
  const fit = fitLaw(law, points.x, points.y)
  return fitChecklist({
    id: `${law.id}-${id}`,
    law,
    points,
    fit,
    series: `${id}, reference data of the R package usl`,
    row: 'the throughput of so many workers, as published',
    unit: 'throughput',
    exclusions: [],
    weights: 'equal',
    interval: intervalsOf(law, fit, points),
    rivals: { reason: 'a check of the code against printed numbers, no comparison of laws' },
    from: { reason: 'a check of the code against printed numbers, no forecast' },
    digits: 3,
  })
}

function intervalsOf(law: Law, fit: Fit, { x, y }: Reference['points']): ParameterIntervals | { reason: string } {
  if (fit.status !== 'converged') return { reason: `the fit ended ${fit.status}` }
  const { standardErrors, df } = uncertainty(law, x, y, fit.parameters)
  return {
    method: 'Student, from the Jacobian',
    level: '90 %',
    resampled: 'nothing: independent errors of one size are assumed',
    estimates: Array.from(fit.parameters, (value, j) => ({
      se: standardErrors[j]!,
      i90: studentInterval({ value, se: standardErrors[j]!, df, tail: innerTail }),
    })),
  }
}

/** Measured points and the fitted curve, for the figure. */
export function referenceRows(references: readonly Reference[]): Row[] {
  return references.flatMap(({ id, points, scalability }) => {
    const end = Math.max(...points.x)
    const grid = Float64Array.from({ length: 61 }, (_, k) => 1 + (k * (end - 1)) / 60)
    const fitted = predict(universalScalability, grid, reached(scalability)!)
    return [
      ...Array.from(
        points.x,
        (workers, i): Row => ({ data: id, curve: 'measured', workers, throughput: points.y[i]! }),
      ),
      ...Array.from(grid, (workers, i): Row => ({ data: id, curve: 'fitted', workers, throughput: fitted[i]! })),
    ]
  })
}
