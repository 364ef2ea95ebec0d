import { type Law, lawById } from '@lawbook/estimators'
import { nullLaw, type PlantedLaw } from '@lawbook/worlds'

/** The ends of a planted curve: success y0 at budget x0 and y1 at x1. */
export type Ends = { readonly x0: number; readonly y0: number; readonly x1: number; readonly y1: number }

const power = lawById('power')
const steepness = (from: number, to: number, { x0, x1 }: Ends): number => Math.log(to / from) / Math.log(x1 / x0)
const scaled = (value: number, b: number, x: number): number => value * Math.exp(b * Math.log(x))

/** The ceiling of the forms with a third parameter: a little above the higher end, also where success falls. */
const ceilingOf = ({ y0, y1 }: Ends): number => Math.max(y0, y1) + 0.1 * Math.abs(y1 - y0)

/** A curve through the ends by each form. */
export const plantedWorlds: Readonly<Record<string, (ends: Ends) => PlantedLaw>> = {
  'success-power': (ends) => {
    const b = -steepness(ends.y0, ends.y1, ends)
    return of(power, scaled(ends.y0, b, ends.x0), b)
  },
  'error-power': (ends) => {
    const b = -steepness(1 - ends.y0, 1 - ends.y1, ends)
    return of(lawById('error-power'), scaled(1 - ends.y0, b, ends.x0), b)
  },
  'error-floor': (ends) => {
    const floor = 1 - ceilingOf(ends)
    const b = -steepness(1 - ends.y0 - floor, 1 - ends.y1 - floor, ends)
    return of(lawById('error-power-floor'), floor, scaled(1 - ends.y0 - floor, b, ends.x0), b)
  },
  'log-logistic': (ends) => {
    const ceiling = ceilingOf(ends)
    const odds = (y: number): number => y / (ceiling - y)
    const c = -steepness(odds(ends.y0), odds(ends.y1), ends)
    return of(lawById('logistic'), ceiling, c, Math.log(ends.x0) + Math.log(odds(ends.y0)) / c)
  },
  logarithmic: (ends) => {
    const b = -(ends.y1 - ends.y0) / Math.log(ends.x1 / ends.x0)
    return of(lawById('log'), ends.y0 + b * Math.log(ends.x0), b)
  },
  flat: ({ y0, y1 }) => of(nullLaw(power), (y0 + y1) / 2),
}

function of(law: Law, ...parameters: number[]): PlantedLaw {
  return { law, parameters: Float64Array.from(parameters) }
}
