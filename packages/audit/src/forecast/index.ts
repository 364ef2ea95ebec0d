export { forecast } from './forecast.ts'
export { extrapolated, type Form, fittedSizes, forms, type SizeCurve } from './form.ts'
export { reachOf, type Spread } from './spread.ts'
