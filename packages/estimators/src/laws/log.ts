import { defineLaw } from './law.ts'

/** The log law, y = a - b ln N. b is what an e-fold costs, b ln 2 what a doubling costs. Linear: fitted by QR. */
export const log = defineLaw({
  id: 'log',
  title: 'logarithmic',
  equation: 'a - b ln N',
  parameters: [
    { name: 'a', unit: 'y', lower: Number.NEGATIVE_INFINITY, upper: Number.POSITIVE_INFINITY, scale: 'linear' },
    {
      name: 'b',
      unit: 'y per e-fold of N',
      lower: Number.NEGATIVE_INFINITY,
      upper: Number.POSITIVE_INFINITY,
      scale: 'linear',
    },
  ],
  smallest: Number.MIN_VALUE,
  linear: 'all',
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
