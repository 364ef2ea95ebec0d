export { fitCurve } from './fitCurve.ts'
export { fitOptions } from './options.ts'
export { runFit } from './runFit.ts'
