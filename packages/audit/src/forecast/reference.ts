import data from '../../reference/reference.json' with { type: 'json' }
import type { ForecastReport, Share } from '../report.ts'
import type { Form } from './form.ts'
import type { Spread } from './spread.ts'

/**
 * What is known of libraries that grew (experiments/skills-size-forecast): the form that extrapolated best, how far it
 * was off, exact accuracy of the reference library by router, and how probes from bodies fare beside written requests.
 */
export type Reference = {
  readonly form: Form
  readonly spreads: readonly Spread[]
  readonly library: string
  readonly skills: number
  readonly routers: readonly {
    readonly id: string
    readonly points: readonly {
      readonly size: number
      readonly direct: number
      readonly situated: number
      readonly bodies: number
      /** Accuracy of probes less that of written requests, the mean of both wordings; may be below 0. */
      readonly optimism: Share
    }[]
  }[]
}

export const reference = data as Reference

const kinds = { direct: 'direct requests', situated: 'situated requests', bodies: 'probes from bodies' } as const

/** Curves of the reference library under the same router, of written requests, and of probes where probes are asked. */
export function referenceCurves(router: string, basis: ForecastReport['basis']): ForecastReport['references'] {
  const points = pointsOf(router)
  if (points.length === 0) return []
  const shown = (['direct', 'situated', 'bodies'] as const).filter((kind) => kind !== 'bodies' || basis === 'bodies')
  return shown.map((kind) => ({
    library: `${reference.library}, ${kinds[kind]}`,
    skills: reference.skills,
    points: points.map((point) => ({ size: point.size, accuracy: point[kind] })),
  }))
}

/** How probes fare beside written requests at the measured size nearest to N; null for a router that was not measured. */
export function optimismAt(router: string, skills: number): Share | null {
  const off = (size: number): number => Math.abs(Math.log(size / skills))
  const points = pointsOf(router)
  const [first] = points
  return first === undefined ? null : points.reduce((a, b) => (off(b.size) < off(a.size) ? b : a)).optimism
}

const pointsOf = (router: string): Reference['routers'][number]['points'] =>
  reference.routers.find(({ id }) => id === router)?.points ?? []
