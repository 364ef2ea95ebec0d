import type { Minimum } from '@lawbook/estimators'
import type { LeftOutRow } from './curve.ts'
import type { NotTried } from './tried.ts'

/** A value with a 90 % interval; an end is null where the data give none. */
export type Ranged = { readonly value: number; readonly low: number | null; readonly high: number | null }

/** A law at an x beyond the points; no interval where the fit has none. */
export type Ahead = Ranged & { readonly x: number }

/** Likelihood of the trials behind the points, at its maximum under one law. */
export type Likelihood = {
  readonly deviance: number
  /** Points - parameters. */
  readonly df: number
  /** The chance of a deviance as large were the law right and trials independent; null without degrees of freedom. */
  readonly lackOfFit: number | null
  readonly aic: number
  readonly aicc: number | null
  readonly bic: number
  /** AIC above the smallest among the laws that have one. */
  readonly aicAbove: number
}

/** One law on the curve. Errors are means of absolute values, in the unit of y. */
export type LawReport = {
  readonly law: string
  readonly title: string
  readonly equation: string
  readonly source: string
  readonly status: Minimum['status']
  /** Of a fit that ended otherwise than converged there are no estimates. */
  readonly parameters: readonly (Ranged & { readonly name: string; readonly unit: string })[]
  /** Parameters that a bound chose. */
  readonly held: readonly string[]
  readonly rSquared: number | null
  /** Fitted without the largest sizes and held against them. */
  readonly beyond: number | null
  /** Each size (each twentieth of more than 20) left out once and predicted by the fit to the others. */
  readonly leftOut: number | null
  /** `leftOut` above the reference's, with a 90 % interval over sizes; null for the reference and where either is. */
  readonly worse: Ranged | null
  readonly likelihood: Likelihood | null
  /** At twice and four times the largest size; empty where that is not above 0 or the law cannot be predicted from. */
  readonly ahead: readonly Ahead[]
}

/** Measurements that one could make, and how often they tell the best two laws apart. */
export type Design = {
  readonly sizes: readonly number[]
  /** How many times today's trials, or repeated measurements, are made at each size. */
  readonly times: number
  /** Share of simulated curves in which the law that they follow is told apart as the better one. */
  readonly right: number
}

/** What would tell the best two laws apart, by simulated curves: half follow the first, half the second. */
export type Enough = {
  readonly draws: number
  readonly today: Design
  /** Share of today's simulated curves in which the wrong law is told apart as the better one. */
  readonly wrong: number
  /** The smallest multiple of today's trials that is right in 80 % of curves; null where 64 times are not enough. */
  readonly more: Design | null
  /** Today's points, and the same at two and four times the largest size; null where that is not above 0. */
  readonly larger: Design | null
}

/** Can these data tell the laws apart: yes where a single law is left. */
export type Apart = {
  readonly verdict: 'yes' | 'no'
  /** The two best extrapolating of the laws that are left; null where there is none. */
  readonly best: string | null
  readonly second: string | null
  /** The law with the smallest error at left-out sizes, against which the others are held. */
  readonly reference: string | null
  readonly why: string
  /** Laws that predict left-out sizes worse than the reference, each by its own interval. */
  readonly ruledOut: readonly string[]
  /** What would tell the best two apart; null where there are no two. */
  readonly enough: Enough | null
}

/** What `fit` found: the plain data behind text, JSON, CSV, figure and macros. */
export type FitReport = {
  readonly curve: {
    readonly file: string
    readonly x: string
    readonly y: string
    readonly points: number
    readonly sizes: readonly number[]
    readonly share: boolean
    readonly weighed: 'equal' | 'trials' | 'se'
    readonly leftOut: readonly LeftOutRow[]
  }
  /** The sizes that `beyond` is about, and the largest that was fitted for it. */
  readonly holdOut: { readonly from: number; readonly sizes: readonly number[] }
  /** Best extrapolating first, those without an error last. */
  readonly laws: readonly LawReport[]
  readonly notTried: readonly NotTried[]
  readonly apart: Apart
}
