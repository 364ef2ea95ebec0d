import { anywhere, defineLaw, size } from './law.ts'

/** The log law, y = a - b ln N. b is what an e-fold costs, b ln 2 what a doubling costs. Linear: fitted by QR. */
export const log = defineLaw({
  id: 'log',
  title: 'logarithmic',
  equation: 'a - b ln N',
  source: 'arXiv 2605.16508, the routing law; for gallery sizes in biometrics arXiv 1906.06272',
  inputs: [size],
  parameters: [
    { name: 'a', unit: 'y', ...anywhere },
    { name: 'b', unit: 'y per e-fold of N', ...anywhere },
  ],
  linear: 2,
  evaluate(x, theta, values, jacobian) {
    for (let i = 0; i < x.length; i++) {
      const logX = Math.log(x[i]!)
      values[i] = theta[0]! - theta[1]! * logX
      jacobian[2 * i] = 1
      jacobian[2 * i + 1] = -logX
    }
  },
  starts: () => [],
})
