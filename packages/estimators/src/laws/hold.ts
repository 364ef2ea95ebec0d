import { defineLaw, type Law } from './law.ts'

/**
 * The law with one parameter (0, 1, ...) held at a value: a law of the others, which starts where the whole one does.
 */
export function hold(law: Law, held: number, value: number): Law {
  const p = law.parameters.length
  const theta = new Float64Array(p)
  let whole = new Float64Array(0)
  const others = law.parameters.flatMap((_, j) => (j === held ? [] : [j]))
  return defineLaw({
    ...law,
    parameters: others.map((j) => law.parameters[j]!),
    linear: held < law.linear ? law.linear - 1 : law.linear,
    evaluate(x, free, values, jacobian) {
      if (whole.length !== values.length * p) whole = new Float64Array(values.length * p)
      for (const [k, j] of others.entries()) theta[j] = free[k]!
      theta[held] = value
      law.evaluate(x, theta, values, whole)
      for (let i = 0; i < values.length; i++)
        for (const [k, j] of others.entries()) jacobian[i * (p - 1) + k] = whole[i * p + j]!
    },
    starts: (x, y) => law.starts(x, y).map((start) => start.filter((_, j) => j !== held)),
  })
}
