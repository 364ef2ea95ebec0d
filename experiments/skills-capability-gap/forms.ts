import { leastSquares } from '@lawbook/estimators'
import type { GapChoices } from './choices.ts'
import { fitGapLaw, gapLawAt, printedGapLaw } from './gapLaw.ts'
import type { GapPoint } from './gapPoints.ts'

/** A form fitted to points, as a function that predicts the synergy of others; null where they do not determine it. */
type Fitted = (points: readonly GapPoint[]) => Float64Array

/** A way to say the synergy of a point: `parameters` are fitted. */
export type Form = {
  readonly id: string
  readonly title: string
  readonly parameters: number
  fit(points: readonly GapPoint[]): Fitted | null
}

/** The law as printed and as fitted, and its rivals: what a gap tells, and what headroom alone does. */
export function formsOf(choices: GapChoices): Form[] {
  return [
    {
      id: 'printed',
      title: 'gap law as printed',
      parameters: 0,
      fit: () => (points) => gapLawAt(gapsOf(points), printedGapLaw),
    },
    {
      id: 'gap-law',
      title: 'gap law, fitted',
      parameters: 4,
      fit: (points) => {
        const theta = fitGapLaw(gapsOf(points), synergiesOf(points), choices)
        return theta === null ? null : (others) => gapLawAt(gapsOf(others), theta)
      },
    },
    linear('constant', 'constant', () => [1]),
    linear('line', 'straight line', ({ gap }) => [1, gap]),
    linear('parabola', 'parabola', ({ gap }) => [1, gap, gap * gap]),
    linear('headroom', 'fixed share of headroom', ({ room }) => [room]),
  ]
}

/** A form that is linear in its parameters. */
function linear(id: string, title: string, columns: (point: GapPoint) => readonly number[]): Form {
  const parameters = columns({ router: 0, pair: 0, gap: 0, synergy: 0, room: 0 }).length
  const design = (points: readonly GapPoint[]): Float64Array => Float64Array.from(points.flatMap(columns))
  return {
    id,
    title,
    parameters,
    fit: (points) => {
      if (new Set(points.map(({ gap }) => gap)).size < parameters || points.every(({ room }) => room === 0)) return null
      const { coefficients } = leastSquares(design(points), synergiesOf(points))
      return (others) =>
        Float64Array.from(others, (point) =>
          columns(point).reduce((sum, column, j) => sum + column * coefficients[j]!, 0),
        )
    },
  }
}

/**
 * The root mean square error of a form that is fitted without the pairs of one cluster and predicts these, over all
 * points of all clusters; null where the form cannot be fitted without one of them.
 */
export function leftOutError(
  form: Form,
  points: readonly GapPoint[],
  clusterOf: (pair: number) => string,
): number | null {
  let squares = 0
  for (const cluster of new Set(points.map(({ pair }) => clusterOf(pair)))) {
    const isOut = ({ pair }: GapPoint): boolean => clusterOf(pair) === cluster
    const fitted = form.fit(points.filter((point) => !isOut(point)))
    if (fitted === null) return null
    const out = points.filter(isOut)
    fitted(out).forEach((value, i) => {
      squares += (value - out[i]!.synergy) * (value - out[i]!.synergy)
    })
  }
  return points.length === 0 ? null : Math.sqrt(squares / points.length)
}

/** The share of the variance of the synergy that a form explains on the points it was fitted to; NaN where none is. */
export function explained(form: Form, points: readonly GapPoint[]): number {
  const fitted = form.fit(points)?.(points)
  if (fitted === undefined) return Number.NaN
  const mean = points.reduce((sum, { synergy }) => sum + synergy, 0) / points.length
  let [left, all] = [0, 0]
  points.forEach(({ synergy }, i) => {
    left += (synergy - fitted[i]!) * (synergy - fitted[i]!)
    all += (synergy - mean) * (synergy - mean)
  })
  return all > 1e-15 ? 1 - left / all : Number.NaN
}

export function gapsOf(points: readonly GapPoint[]): Float64Array {
  return Float64Array.from(points, ({ gap }) => gap)
}

export function synergiesOf(points: readonly GapPoint[]): Float64Array {
  return Float64Array.from(points, ({ synergy }) => synergy)
}
