import type { Nested } from '@lawbook/estimators'
import type { Estimate, Measure } from '@lawbook/schemas'
import type { Analysis } from './analyses.ts'
import type { Judged, JudgedName } from './judge.ts'
import { judgedNames } from './judge.ts'

const about: Readonly<Record<JudgedName, Pick<Measure, 'title' | 'unit' | 'method' | 'evidence'>>> = {
  'largest-deviation': {
    title: 'largest deviation of whole plans from the law, mean over routers of each one’s own law',
    unit: 'points',
    method:
      'least squares of accuracy on p^(γK) over lengths and sizes, p^K the mean product of the plans’ own steps asked alone; largest absolute mean residual',
    evidence: 'routed',
  },
  'extrapolation-gap': {
    title: 'how much worse the law predicts plans of 5 and 10 steps than a rival, largest over rivals',
    unit: 'points',
    method:
      'absolute value of the mean signed error over long plans and sizes of forms fitted to plans of 2 and 3 steps, mean over routers, law minus rival, paired; componentwise maximum',
    evidence: 'routed',
  },
  gamma: {
    title: 'γ of whole plans, mean over routers',
    unit: 'γ',
    method: 'least squares of accuracy on p^(γK), p^K the mean product of the plans’ own steps asked alone',
    evidence: 'routed',
  },
  'gamma-slope': {
    title: 'slope of γ on b over routers',
    unit: 'γ per unit of b',
    method: 'least squares over judged routers; b from all steps asked alone',
    evidence: 'routed',
  },
  'u-shape': {
    title: 'first and last step less the steps between, the smaller of both, in plans of 5 steps and more',
    unit: 'points',
    method:
      'mean over plans and routers of per-step accuracy under the plan at the reference size, end by end; componentwise minimum',
    evidence: 'routed',
  },
  'three-step-shortfall': {
    title: 'plans of three steps: product of the steps’ own accuracies less that of the whole plan',
    unit: 'points',
    method: 'steps asked alone against the plan at the reference size, mean over plans and routers',
    evidence: 'routed',
  },
}

const reasons: Readonly<Partial<Record<JudgedName, string>>> = {
  'extrapolation-gap': 'no longer plan is ever right as it is asked: there is nothing to extrapolate to',
}

const none: Estimate = { value: null, i90: null, i995: null }

/** An interval narrower than this is a value that does not vary, but for rounding: nothing can be said of it. */
const rounding = 1e-9

function estimateOf(nested: Nested | undefined): Estimate {
  if (nested === undefined || nested.i995[1] - nested.i995[0] < rounding) return none
  return { value: nested.value, i90: nested.i90, i995: nested.i995 }
}

/** The judged measures with their routers' parts and declared alternatives. */
export function judgedMeasures(main: Readonly<Record<JudgedName, Judged>>, others: readonly Analysis[]): Measure[] {
  return judgedNames.map((id) => {
    const judged = main[id]
    const estimate = estimateOf(judged?.nested)
    return {
      id,
      ...about[id],
      ...estimate,
      ...(estimate.value === null
        ? {
            reason:
              reasons[id] ??
              'too few routers are judged, there are too few plans of the lengths needed, or nothing varies',
          }
        : {}),
      resampled: judged?.resampled ?? 'nothing',
      n: judged?.n ?? 0,
      parts: (judged?.parts() ?? []).map((part) => ({ label: part.label, ...estimateOf(part) })),
      alternatives: others
        .filter(({ judged: own }) => id in own)
        .map(({ choice, option, judged: own }) => ({ choice, option, ...estimateOf(own[id]?.nested) })),
    }
  })
}

/** A number that stands beside a claim and never for it: it has no interval. */
export function shown(
  about: Pick<Measure, 'id' | 'title' | 'unit' | 'method' | 'n'>,
  value: number | null,
  reason = 'no router is judged, or there are no such plans',
): Measure {
  return {
    ...about,
    value,
    ...(value === null ? { reason } : {}),
    i90: null,
    i995: null,
    resampled: 'nothing',
    evidence: 'routed',
  }
}
