import { streamsOf } from '@lawbook/base'
import { extrapolation } from '../../src/compare/extrapolation.ts'
import { forecastBias } from '../../src/compare/forecastBias.ts'
import { binomialInformation, compareInformation, gaussianInformation } from '../../src/compare/information.ts'
import { lawAgainstConstant } from '../../src/compare/lawAgainstConstant.ts'
import { leaveOneSizeOut } from '../../src/compare/leaveOneOut.ts'
import { localExponent, localSlope } from '../../src/compare/localExponent.ts'
import { predictionError } from '../../src/compare/predictionError.ts'
import { digitsNeeded, roundingEffect } from '../../src/compare/rounding.ts'
import { rSquared } from '../../src/compare/rSquared.ts'
import { sensitivity } from '../../src/compare/sensitivity.ts'
import { hill } from '../../src/laws/hill.ts'
import { lawById } from '../../src/laws/index.ts'
import { log } from '../../src/laws/log.ts'
import type { Case, Golden } from './agreement.ts'
import { fixture, oracle } from './fixture.ts'

type OfR = { parameters: number; sse: number; deviance: number; aic: number; bic: number }
type Summary = { signed: number; absolute: number; rms: number }
type Local = {
  law: string
  x: number[]
  input: number
  parameters: number[]
  covariance: number[]
  exponent: [number, number]
  slope: [number, number]
}

export const information = fixture<{
  x: number[]
  y: number[]
  'minus two log likelihood of the saturated binomial model': number
  'least squares': Record<string, OfR>
  binomial: Record<string, OfR>
}>('information')

const refits = fixture<{
  x: number[]
  y: number[]
  model: string[]
  'R squared': number
  fitted: number[]
  extrapolation: { from: number; errors: number[]; error: Summary }
  'left out sizes': { errors: number[][]; error: Summary }
  sensitivity: { at: number[]; model: number[]; size: number[] }
  permuted: { x: number[]; y: number[]; 'R squared': number; p: number }
  rounding: {
    parameters: number[]
    x: number[]
    effects: number[]
    needed: { tolerance: number; digits: number }[]
  }
}>('refits')

const { local } = fixture<{ local: Local[] }>('teams')
const r = oracle('refits', 'R')
const ofInformation = oracle('information', 'R', 'minpack.lm')
const mpmath = oracle('teams', 'mpmath')
const n = information.y.length
const points = { x: Float64Array.from(refits.x), y: Float64Array.from(refits.y) }
const { parameters, x: printedAt } = refits.rounding
const printed = { law: hill, x: Float64Array.from(printedAt), parameters: Float64Array.from(parameters) }
const listed = ({ signed, absolute, rms }: Summary): number[] => [signed, absolute, rms]

/** The row where the curve is so flat that exponent and slope are 6e-7. */
const isFlat = ({ law, x }: Local): boolean => law === 'hill' && x[0] === 10
const why = 'derivatives are differences, good to 1e-13 of y; exponent and slope are 6e-7 there; mpmath is right'

/** One case for each row of the local exponents: the value and its standard error. */
function locally(got: typeof localExponent, key: 'exponent' | 'slope', rows: readonly Local[]): Case[] {
  return rows.map((row) => {
    const found = got({
      law: lawById(row.law),
      parameters: Float64Array.from(row.parameters),
      x: Float64Array.from(row.x),
      input: row.input,
      covariance: Float64Array.from(row.covariance),
    })
    return { what: `${row.law} at ${row.x.join(', ')}`, got: [found.value, found.se!], wanted: row[key] }
  })
}

/** Two entries: the flat row apart, since its digits say something else. */
const localOf = (name: string, got: typeof localExponent, key: 'exponent' | 'slope'): Golden[] => [
  {
    name,
    oracle: mpmath,
    measure: 'relative',
    cases: () =>
      locally(
        got,
        key,
        local.filter((row) => !isFlat(row)),
      ),
  },
  {
    name: `${name} flat`,
    oracle: mpmath,
    measure: 'relative',
    why,
    cases: () => locally(got, key, local.filter(isFlat)),
  },
]

function shareOut(): Case[] {
  const candidates = Object.entries(information['least squares']).map(([label, { sse, parameters }]) => ({
    label,
    y: Float64Array.from(information.y),
    criteria: gaussianInformation({ sse, n, parameters, points: 'independent' }),
  }))
  return (['aic', 'bic'] as const).map((by) => {
    const ofR = Object.values(information['least squares']).map((each) => each[by])
    const likelihoods = ofR.map((each) => Math.exp((Math.min(...ofR) - each) / 2))
    const total = likelihoods.reduce((sum, each) => sum + each, 0)
    return {
      what: `weights by ${by}`,
      got: compareInformation({ candidates, by }).map(({ weight }) => weight),
      wanted: likelihoods.map((each) => each / total),
    }
  })
}

export const compare: readonly Golden[] = [
  {
    name: 'binomialInformation',
    oracle: oracle('information', 'R'),
    measure: 'relative',
    cases: () =>
      Object.entries(information.binomial).map(([what, { parameters, deviance, aic, bic }]) => {
        const found = binomialInformation({ deviance, n, parameters, points: 'independent' })
        const constant = information['minus two log likelihood of the saturated binomial model']
        return { what, got: [found.aic + constant, found.bic + constant], wanted: [aic, bic] }
      }),
  },
  { name: 'compareInformation', oracle: ofInformation, measure: 'relative', cases: shareOut },
  {
    name: 'digitsNeeded',
    oracle: r,
    measure: 'relative',
    cases: () =>
      refits.rounding.needed.map(({ tolerance, digits }) => ({
        what: `${tolerance}`,
        got: [digitsNeeded({ ...printed, tolerance })],
        wanted: [digits],
      })),
  },
  {
    name: 'extrapolation',
    oracle: r,
    measure: 'of the largest',
    cases: () => {
      const { from, errors, error } = refits.extrapolation
      const found = extrapolation({ law: log, points, from })
      return [
        { what: 'errors', got: found.errors!, wanted: errors },
        { what: 'error', got: listed(found.error!), wanted: listed(error) },
      ]
    },
  },
  {
    name: 'forecastBias',
    oracle: r,
    measure: 'relative',
    cases: () => {
      const { from, error } = refits.extrapolation
      const part = (keep: (x: number) => boolean) => ({
        x: points.x.filter(keep),
        y: points.y.filter((_, i) => keep(points.x[i]!)),
      })
      const ask = { law: log, train: part((x) => x <= from), ahead: part((x) => x > from) }
      return [{ what: `from ${from}`, got: [forecastBias(ask)!], wanted: [error.signed] }]
    },
  },
  {
    name: 'gaussianInformation',
    oracle: ofInformation,
    measure: 'relative',
    cases: () =>
      Object.entries(information['least squares']).map(([what, { parameters, sse, aic, bic }]) => {
        const found = gaussianInformation({ sse, n, parameters, points: 'independent' })
        return { what, got: [found.aic, found.bic], wanted: [aic, bic] }
      }),
  },
  {
    name: 'lawAgainstConstant',
    oracle: r,
    measure: 'relative',
    cases: () => {
      const { x, y, p, 'R squared': explained } = refits.permuted
      const data = { x: Float64Array.from(x), y: Float64Array.from(y), points: 'independent' } as const
      // Nothing is drawn: there are fewer orders than draws.
      const found = lawAgainstConstant({ law: log, ...data, draws: 999, stream: streamsOf('test')('unused') })
      return [{ what: `${y.length} points, all orders`, got: [found.p, found.rSquared!], wanted: [p, explained] }]
    },
  },
  {
    name: 'leaveOneSizeOut',
    oracle: r,
    measure: 'of the largest',
    cases: () => {
      const { errors, error } = refits['left out sizes']
      const found = leaveOneSizeOut(log, points)
      return [
        ...found.sizes.map(({ label, errors: got }, k) => ({ what: label, got: got!, wanted: errors[k]! })),
        { what: 'error', got: listed(found.error!), wanted: listed(error) },
      ]
    },
  },
  ...localOf('localExponent', localExponent, 'exponent'),
  ...localOf('localSlope', localSlope, 'slope'),
  {
    name: 'predictionError',
    oracle: r,
    measure: 'relative',
    cases: () => {
      const { errors, error } = refits.extrapolation
      return [
        {
          what: `${errors.length} errors`,
          got: listed(predictionError(Float64Array.from(errors))),
          wanted: listed(error),
        },
      ]
    },
  },
  {
    name: 'rSquared',
    oracle: r,
    measure: 'relative',
    cases: () => {
      const got = rSquared(points.y, Float64Array.from(refits.fitted))
      return [{ what: 'a line', got: [got], wanted: [refits['R squared']] }]
    },
  },
  {
    name: 'roundingEffect',
    oracle: r,
    measure: 'relative',
    why: 'a difference of two predictions of size 1, here 5e-9: neither side has more digits',
    cases: () =>
      refits.rounding.effects.map((effect, k) => ({
        what: `${k + 1} digits`,
        got: [roundingEffect({ ...printed, digits: k + 1 })],
        wanted: [effect],
      })),
  },
  {
    name: 'sensitivity',
    oracle: r,
    measure: 'relative',
    cases: () => {
      const at = Float64Array.from(refits.sensitivity.at)
      const found = sensitivity({ law: log, points, models: refits.model, at })
      return (['model', 'size'] as const).map((kind) => ({
        what: kind,
        got: [...found.parameters, ...found.predictions]
          .filter(({ dropped }) => dropped === kind)
          .map(({ change }) => change),
        wanted: refits.sensitivity[kind],
      }))
    },
  },
]
