import { round10 } from '@lawbook/base'
import { clusterJackknife, lawById, studentInterval } from '@lawbook/estimators'
import type { PointwiseRouter } from '@lawbook/routers'
import type { Request, Resources, Skill } from '@lawbook/skills'
import { shareOf } from '../ask/share.ts'
import type { ForecastReport, Share } from '../report.ts'
import { type Asked, ask } from './asked.ts'
import { extrapolated } from './form.ts'
import { optimismAt, reference, referenceCurves } from './reference.ts'
import { type Shift, shiftThrough, unmoved } from './shift.ts'
import { reachOf } from './spread.ts'

export type ForecastOptions = {
  readonly library: { readonly skills: readonly Skill[] }
  /** What the requests are: the user's own, those behind an agent's picks, or probes made from bodies. */
  readonly basis: 'requests' | 'picks' | 'bodies'
  readonly requests: readonly Request[]
  readonly router: PointwiseRouter
  /** With `picks`: what the agent itself got right, through which the curve is led. */
  readonly anchor?: Share
  /** Vectors, for a router that needs them. */
  readonly resources?: Resources
}

const fewestRequests = 20
const fewestSkills = 8
/** More say nothing new, and 10,000 skills would have 30,000 probes. */
const mostRequests = 4000
const factors = [2, 4] as const
const tail = 0.05

/**
 * Accuracy at today's size N, 2N and 4N. The exact curve of the router in random libraries up to N is extrapolated by
 * the form that did best on libraries that really grew; the interval (90 %) combines the sampling of requests, by
 * skill, with the errors that the form made there. From fewer than 20 requests, for fewer than 2 skills or from fewer
 * than 8 skills nothing is forecast, and a note says so.
 */
export async function forecast(options: ForecastOptions): Promise<ForecastReport> {
  const { library, basis, router, anchor } = options
  const skills = library.skills.length
  const ids = new Set(library.skills.map(({ id }) => id))
  const known = thinned(options.requests.filter(({ skill }) => ids.has(skill)))
  const obstacle = obstacleTo(skills, known, options)
  if (obstacle !== null) return { ...nothing, notes: [obstacle] }
  const asked = await ask(library, known, router, options.resources ?? {})
  const grown = grow(asked, skills)
  const shift = basis === 'picks' && anchor !== undefined ? shiftThrough(grown.today, anchor) : unmoved(grown.today)
  const { sizes } = asked.curves
  return {
    basis,
    router: router.id,
    law: lawById(reference.form.law).title,
    points: [
      { size: skills, factor: 1, accuracy: rounded(shift.today) },
      ...grown.ahead.map(({ factor, value, error }) => ({
        ...{ size: factor * skills, factor },
        accuracy: rounded(pointAhead(factor, value, error, shift, known.length)),
      })),
    ],
    curve: sizes.map((size, k) => ({ size, accuracy: round10(shift.move(grown.curve[k]!)) })),
    references: referenceCurves(router.id, basis),
    optimism: basis === 'bodies' ? optimismAt(router.id, skills) : null,
    notes: notesOf(options, skills, known.length, grown.ahead.length > 0),
  }
}

const nothing: ForecastReport = {
  ...{ basis: null, router: null, law: null, points: [], curve: [], references: [], optimism: null, notes: [] },
}

/** Every k-th request, so that at most so many are left. */
function thinned(requests: readonly Request[]): Request[] {
  const step = Math.ceil(requests.length / mostRequests)
  return requests.filter((_, i) => i % step === 0)
}

function obstacleTo(skills: number, requests: readonly Request[], { basis, anchor }: ForecastOptions): string | null {
  const asked = new Set(requests.map(({ skill }) => skill)).size
  if (skills < fewestSkills)
    return `no forecast: ${skills} skills are too few to see how accuracy falls; at least ${fewestSkills} are needed`
  if (requests.length < fewestRequests)
    return `no forecast: ${requests.length} requests for skills of the library are too few; at least ${fewestRequests} are needed`
  if (asked < 2) return 'no forecast: all requests are meant for one skill; give requests for others too'
  if (basis === 'picks' && (anchor === undefined || anchor.n === 0))
    return 'no forecast: the picks do not say what was expected; add it to some'
  return null
}

/** The mean curve, today's accuracy, and what the form says of larger sizes with its sampling error. */
type Grown = {
  readonly curve: ArrayLike<number>
  readonly today: Share
  readonly ahead: readonly { readonly factor: 2 | 4; readonly value: number; readonly error: number }[]
}

/** Groups of skills that are left out in turn: all skills where there are few, else so many groups. */
const mostGroups = 40

function grow({ curves: { sizes, right }, skills }: Asked, size: number): Grown {
  const K = sizes.length
  const groupOf = new Map([...new Set(skills)].map((skill, place) => [skill, place % mostGroups]))
  const groups = Int32Array.from(skills, (skill) => groupOf.get(skill)!)
  const mean = (leftOut: number | null): Float64Array => {
    const curve = new Float64Array(K)
    const kept = groups.reduce((count, group) => count + (group === leftOut ? 0 : 1), 0)
    groups.forEach((group, i) => {
      if (group !== leftOut) for (let k = 0; k < K; k++) curve[k]! += right[i * K + k]! / kept
    })
    return curve
  }
  const at = factors.map((factor) => factor * size)
  const jackknife = clusterJackknife({
    clusters: groups,
    statistic: (leftOut) => {
      const said = extrapolated(reference.form, { sizes, right: mean(leftOut) }, at)
      return said === null ? new Float64Array(at.length).fill(Number.NaN) : Float64Array.from(said)
    },
  })
  const today = shareOf(
    skills.map((_, i) => right[i * K + K - 1]!),
    skills,
  )
  const atLeast = (today.high - today.low) / 2
  return {
    curve: mean(null),
    today,
    ahead: factors.flatMap((factor, k) => {
      const [value, se] = [jackknife.value[k]!, jackknife.se[k]!]
      if (!Number.isFinite(value)) return []
      // A forecast is no surer than what is known of today: without spread between skills its error would be 0.
      const [low] = Number.isFinite(se) ? studentInterval({ value, se, df: jackknife.df, tail }) : [value]
      return [{ factor, value, error: Math.max(atLeast, value - low) }]
    }),
  }
}

function pointAhead(factor: number, value: number, error: number, { move, today, sampled }: Shift, n: number): Share {
  const { below, above } = reachOf(reference.spreads.find((spread) => spread.factor === factor)!, n)
  const centre = move(value)
  const [down, up] = sampled ?? [error, error]
  return {
    value: centre,
    low: Math.max(0, centre - Math.sqrt(below * below + down * down)),
    high: Math.min(1, centre + Math.sqrt(above * above + up * up)),
    n: today.n,
  }
}

const rounded = ({ value, low, high, n }: Share): Share => ({
  ...{ value: round10(value), low: round10(low), high: round10(high), n },
})

function notesOf({ basis, requests, router }: ForecastOptions, skills: number, used: number, fits: boolean): string[] {
  const last = Math.max(...reference.spreads.map(({ mostSkills, factor }) => factor * mostSkills))
  return [
    ...(fits ? [] : ['the law could not be fitted to the curve, so nothing is said beyond today’s size']),
    ...(used < requests.length
      ? [`of ${requests.length} requests ${used} are used: those for skills of the library, at most ${mostRequests}`]
      : []),
    ...(4 * skills > last
      ? [`no reference library grew beyond ${last} skills: how wide intervals must be there is not known`]
      : []),
    ...(basis === 'picks'
      ? [
          `the curve is that of the router ${router.id}, moved on the logit scale through what the agent got right; whether an agent loses as the router does was not measured`,
        ]
      : []),
    ...(basis === 'bodies'
      ? [
          'the forecast rests on probes made from bodies: it is not corrected, nor its interval widened, for how they differ from requests',
        ]
      : []),
  ]
}
