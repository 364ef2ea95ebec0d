import {
  type Fit,
  fitChecklist,
  fitLaw,
  innerTail,
  lawById,
  type ParameterIntervals,
  type Reason,
  studentInterval,
  uncertainty,
} from '@lawbook/estimators'
import type { FitRecord } from '@lawbook/schemas'
import type { AgentCurve } from './throughput.ts'

/** The power law of the speed-up on independent jobs, y = a N^-b, one fit a series, in the speed-up itself. */
export function throughputFits(series: readonly AgentCurve[]): FitRecord[] {
  const law = lawById('power')
  return series.map(({ name, agents, y }, i) => {
    const fit = fitLaw(law, agents, y)
    return fitChecklist({
      id: `speed-up-${i + 1}`,
      law,
      points: { x: agents, y },
      fit,
      series: `${name}, independent jobs`,
      row: 'the mean of three repetitions at so many agents over that at one',
      unit: 'speed-up',
      exclusions: [],
      weights: 'equal',
      interval: intervalsOf(fit, agents, y),
      rivals: { reason: 'laws of the speed-up compete elsewhere; here the exponent’s sign is asked' },
      from: { reason: 'five sizes from one to five leave nothing to forecast' },
      digits: 3,
    })
  })
}

function intervalsOf(fit: Fit, x: Float64Array, y: Float64Array): ParameterIntervals | Reason {
  if (fit.status !== 'converged') return { reason: `the fit ended ${fit.status}` }
  const { standardErrors, df } = uncertainty(lawById('power'), x, y, fit.parameters)
  return {
    method: 'Student, from the Jacobian; the common division by the speed of one agent is not in it',
    level: '90 %',
    resampled: 'nothing: independent errors of one size are assumed',
    estimates: Array.from(fit.parameters, (value, j) => ({
      se: standardErrors[j]!,
      i90: studentInterval({ value, se: standardErrors[j]!, df, tail: innerTail }),
    })),
  }
}
