import type { Estimate, Measure } from '@lawbook/schemas'
import type { Alternative } from './analyses.ts'
import type { Judged, JudgedName, Judgement } from './judge.ts'
import type { StructureName } from './structure.ts'

const about: Readonly<Record<JudgedName, { title: string; unit: string; method: string }>> = {
  slope: {
    title: 'slope b of accuracy in ln N, smallest over judged routers',
    unit: 'accuracy per e-fold of N',
    method: 'least squares of exact expected accuracy on ln N; componentwise minimum of the routers’ intervals',
  },
  r2: {
    title: 'R² of the line in ln N, smallest over judged routers',
    unit: 'R²',
    method: 'R² of the exact curve; componentwise minimum of the routers’ intervals',
  },
  'largest-deviation': {
    title: 'largest deviation from the line in ln N, largest over judged routers',
    unit: 'points',
    method: 'largest absolute residual over the ladder; componentwise maximum of the routers’ intervals',
  },
  'extrapolation-gap': {
    title: 'how much worse the line predicts 500 and 1,000 than a rival, largest over routers and rivals',
    unit: 'points',
    method:
      'absolute value of the mean signed error over the held-out sizes, so that errors of opposite sign cancel, of forms fitted to N <= 100, line minus rival, paired; componentwise maximum',
  },
  'points-per-doubling': {
    title: 'accuracy lost per doubling of the library, mean over judged routers',
    unit: 'points per doubling of N',
    method: '100 b ln 2, averaged over the judged routers, which answer the same requests',
  },
}

/** A judged measure with its alternatives; the reason where there is no number. */
export function measureOf(
  name: JudgedName,
  main: Judgement,
  others: readonly Alternative[],
  checks: readonly { choice: string; option: string; estimate: Estimate }[],
): Measure {
  const { value, i90, i995, parts } = main.measures[name]
  return {
    id: name,
    ...about[name],
    value,
    i90,
    i995,
    ...(value === null
      ? {
          reason:
            main.lines.length === 0
              ? 'no router reached the calibration accuracy that is needed to be judged'
              : 'a judged router has no such statistic: its curve is flat, or a form did not converge',
        }
      : {}),
    resampled: resampledOf(main),
    n: main.n,
    evidence: 'routed',
    parts: [...parts],
    alternatives: [
      ...others.map(({ choice, option, judgement }) => ({ choice, option, ...estimateOf(judgement.measures[name]) })),
      ...checks.map(({ choice, option, estimate }) => ({ choice, option, ...estimate })),
      ...(name === 'r2'
        ? [{ choice: 'scale of the interval', option: 'ln(1 - R²)', ...estimateOf(main.r2OnLogScale) }]
        : []),
    ],
  }
}

/** What the intervals resample, and over how many kins a statement about every router runs. */
function resampledOf({ clusters, effective, lines }: Judgement): string {
  return `packages: ${clusters}, worth ${effective.toFixed(1)} equal ones (delete-one jackknife, t); ${lines.length} routers, one a kin`
}

function estimateOf({ value, i90, i995 }: Judged): Estimate {
  return { value, i90, i995 }
}

const aboutStructure: Readonly<Record<StructureName, { title: string; method: string }>> = {
  'near-far-gap': {
    title: 'accuracy among the 29 farthest competitors less that among the 29 nearest, smallest over judged routers',
    method: 'TF-IDF cosine of name and description; paired; componentwise minimum of the routers’ intervals',
  },
  'thousand-gap': {
    title: 'accuracy among the 999 farthest competitors less that among the 29 nearest, smallest over judged routers',
    method: 'TF-IDF cosine of name and description; paired; componentwise minimum of the routers’ intervals',
  },
}

/** A measure of structure on the judged wording, with its declared alternatives. */
export function structureMeasure(
  name: StructureName,
  judged: Judged,
  others: readonly { readonly choice: string; readonly option: string; readonly judged: Judged }[],
  main: Judgement,
): Measure {
  return {
    id: name,
    ...aboutStructure[name],
    unit: 'points',
    ...estimateOf(judged),
    ...(judged.value === null
      ? { reason: 'no router reached the calibration accuracy that is needed to be judged' }
      : {}),
    resampled: resampledOf(main),
    n: main.n,
    evidence: 'routed',
    parts: [...judged.parts],
    alternatives: others.map(({ choice, option, judged: other }) => ({ choice, option, ...estimateOf(other) })),
  }
}

/** A count that stands beside a claim and never for it: it has no interval. */
export function count(id: string, title: string, unit: string, n: number, scale: number): Measure {
  return {
    id,
    title,
    value: n * scale,
    i90: null,
    i995: null,
    method: 'counted',
    resampled: 'nothing',
    n,
    unit,
    evidence: 'routed',
  }
}
