import { defineLaw, type Law } from '@lawbook/estimators'

/**
 * The null of a law: y = c, whatever the inputs of `law` are. Planted by `plantedCurve`, `plantedTrials` or
 * `plantedTeams` in place of `law`, with c at the mean of the law's values, it gives worlds that differ from the law's
 * in the law alone. For teams it is the world without any speed-up.
 */
export function nullLaw(law: Law): Law {
  return defineLaw({
    id: 'null',
    title: 'constant',
    equation: 'c',
    source: 'the null hypothesis that nothing depends on the inputs',
    inputs: law.inputs,
    parameters: [
      {
        name: 'c',
        unit: 'y',
        lower: Number.NEGATIVE_INFINITY,
        upper: Number.POSITIVE_INFINITY,
        scale: 'linear',
      },
    ],
    linear: 1,
    evaluate(x, theta, values, jacobian) {
      for (let i = 0; i < x.length / law.inputs.length; i++) {
        values[i] = theta[0]!
        jacobian[i] = 1
      }
    },
    starts: () => [],
  })
}
