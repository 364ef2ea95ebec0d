import { fitLaw } from '../../src/laws/fitLaw.ts'
import { laws as all, lawById } from '../../src/laws/index.ts'
import { type Law, predict } from '../../src/laws/law.ts'
import { profileInterval } from '../../src/laws/profileInterval.ts'
import { signalDetection } from '../../src/laws/signalDetection.ts'
import { uncertainty } from '../../src/laws/uncertainty.ts'
import { universalScalability } from '../../src/laws/universalScalability.ts'
import type { Case, Golden } from './agreement.ts'
import { rowsOf } from './distribution.ts'
import { fixture, oracle } from './fixture.ts'

type Fitted = { x: number[]; y: number[]; parameters: number[]; standardErrors: number[]; sse: number }
type Measured = { data: string; parameters: number[]; standardErrors: number[]; sse: number }

/** Fits to noisy points, by scipy from several starts and then in 40 or 50 digits. */
const fits = ['laws', 'teams'].flatMap((name) => fixture<{ fits: (Fitted & { law: string })[] }>(name).fits)

/** The ends of the profile interval of each parameter. */
const { profiles } = fixture<{
  profiles: { law: string; x: number[]; y: number[]; level: number; ends: [number, number][] }[]
}>('laws')

/** Fits to published measurements of throughput, by minpack in R. */
export const usl = fixture<{
  data: Record<string, { n: number[]; y: number[] }>
  estimated: Measured[]
  'coherency held at 0': Measured
  'l held at X(1)': Measured[]
  straightened: { data: string; parameters: number[] }[]
  printed: {
    what: string
    reading: string
    data: string
    parameters: string[]
    standardErrors?: string[]
    peak?: string
  }[]
}>('usl')

const measured = usl.estimated.map(({ data, ...fit }) => ({
  what: data,
  x: usl.data[data]!.n,
  y: usl.data[data]!.y,
  ...fit,
}))

/** The parameters and the sum of squares of a fit that must converge. */
function found(law: Law, { x, y, parameters, sse }: Fitted, what: string): Case[] {
  const fit = fitLaw(law, Float64Array.from(x), Float64Array.from(y))
  if (fit.status !== 'converged') throw new Error(`${law.id}, ${what}: ${fit.status}`)
  return [
    { what: `parameters, ${what}`, got: fit.parameters, wanted: parameters },
    { what: `sum of squares, ${what}`, got: [fit.sse], wanted: [sse] },
  ]
}

/** Standard errors of the fit that this package finds. */
function errorsOf(law: Law, { x, y, standardErrors }: Fitted, what: string): Case {
  const [at, values] = [Float64Array.from(x), Float64Array.from(y)]
  const fit = fitLaw(law, at, values)
  if (fit.status !== 'converged') throw new Error(`${law.id}, ${what}: ${fit.status}`)
  return { what, got: uncertainty(law, at, values, fit.parameters).standardErrors, wanted: standardErrors }
}

const fitsOf = (law: Law): Fitted[] => fits.filter((each) => each.law === law.id)
const minpack = oracle('usl', 'R', 'minpack.lm')
const polished = oracle('laws', 'scipy', 'mpmath')

export const laws: readonly Golden[] = [
  ...all.map(
    (law): Golden => ({
      name: `fitLaw, ${law.id}`,
      oracle: polished,
      measure: 'relative',
      cases: () => fitsOf(law).flatMap((fit, k) => found(law, fit, `fit ${k + 1}`)),
    }),
  ),
  {
    name: `fitLaw, ${universalScalability.id}`,
    oracle: minpack,
    measure: 'relative',
    cases: () => measured.flatMap((fit) => found(universalScalability, fit, fit.what)),
  },
  {
    name: 'predict, signal-detection',
    oracle: oracle('distributions', 'mpmath'),
    measure: 'absolute below 1',
    cases: () =>
      rowsOf(
        'signalDetection',
        (n, mu, tau) => [...predict(signalDetection, Float64Array.of(n!), Float64Array.of(mu!, tau!))],
        1,
      ),
  },
  {
    name: 'profileInterval',
    oracle: oracle('laws', 'mpmath'),
    measure: 'relative',
    why: 'an end is found to about 1e-6 of its distance from the estimate, as promised; mpmath is right',
    cases: () =>
      profiles.flatMap(({ law, x, y, level, ends }) =>
        ends.map((wanted, parameter) => {
          const data = { law: lawById(law), x: Float64Array.from(x), y: Float64Array.from(y) }
          const { lower, upper } = profileInterval({ ...data, parameter, level })
          return { what: `${law}, ${data.law.parameters[parameter]!.name}`, got: [lower!, upper!], wanted }
        }),
      ),
  },
  {
    name: 'uncertainty',
    oracle: polished,
    measure: 'relative',
    cases: () => all.flatMap((law) => fitsOf(law).map((fit, k) => errorsOf(law, fit, `${law.id}, fit ${k + 1}`))),
  },
  {
    name: 'uncertainty',
    oracle: minpack,
    measure: 'relative',
    cases: () => measured.map((fit) => errorsOf(universalScalability, fit, fit.what)),
  },
]
