import type { Nested } from '@lawbook/estimators'
import type { Measure } from '@lawbook/schemas'
import type { JudgedName, Judgement } from './judge.ts'

const about: Readonly<Record<JudgedName, { title: string; unit: string; method: string }>> = {
  'rmse-ratio': {
    title: 'error of the slope predicted from similarities, as a share of that of "b unchanged"',
    unit: 'RMSE over RMSE',
    method:
      'root mean squared error of b over the other pools and judged routers, over that of b of the reference pool',
  },
  'calibration-slope': {
    title: 'slope of observed on predicted b across other pools',
    unit: 'observed b per predicted b',
    method: 'least squares across pools, each router about its own means',
  },
}

export type Alternative = { readonly choice: string; readonly option: string; readonly nested: Nested | null }

/** A judged measure with its alternatives; the reason where no router could be judged. */
export function measureOf(
  name: JudgedName,
  main: Pick<Judgement, 'measures' | 'df' | 'requests' | 'packages'> | null,
  kins: number,
  alternatives: readonly Alternative[],
): Measure {
  const nested = main?.measures[name] ?? null
  return {
    id: name,
    ...about[name],
    ...estimateOf(nested),
    ...(nested === null ? { reason: 'no router reached the calibration accuracy that is needed to be judged' } : {}),
    resampled:
      main === null
        ? 'nothing'
        : `packages: ${main.packages}, worth ${(main.df + 1).toFixed(1)} equal ones, in both roles (delete-one jackknife of the whole procedure, t); ${kins} kins of routers, held fixed`,
    n: main?.requests ?? 0,
    evidence: 'routed',
    alternatives: alternatives.map(({ choice, option, nested: other }) => ({ choice, option, ...estimateOf(other) })),
  }
}

function estimateOf(nested: Nested | null): Pick<Measure, 'value' | 'i90' | 'i995'> {
  return nested === null ? { value: null, i90: null, i995: null } : nested
}
