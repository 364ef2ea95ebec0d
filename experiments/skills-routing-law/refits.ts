import { studentInterval } from '@lawbook/estimators'
import type { Row } from '@lawbook/schemas'
import { jackknife, meanCurve, sampleFrom } from '@lawbook/sweeps'
import type { RoutingChoices } from './choices.ts'
import type { Observed } from './evidence.ts'
import { refittedRouters } from './whoIsAsked.ts'

/** What statistics of the library shown do, against statistics of all skills: the same drawn libraries, paired, in points. */
export function refitRows(observed: Observed, choices: RoutingChoices): Row[] {
  return refittedRouters(choices).flatMap(({ id, short }) =>
    choices.refit.draws.map(({ size, draws }): Row => {
      const rows = observed.table('refits').filter((row) => row.router === id && row.size === size)
      const sample = sampleFrom(rows, ['refitted', 'frozen'], observed.groups('package'))
      const [refitted, frozen] = meanCurve(sample, null)
      const { value, se, df } = jackknife([sample], ([shares]) => Float64Array.of(100 * (shares![0]! - shares![1]!)))
      const [low, high] = studentInterval({ value: value[0]!, se: se[0]!, df, tail: 0.05 })
      return {
        router: id,
        short,
        size,
        draws,
        refitted: refitted!,
        frozen: frozen!,
        difference: value[0]!,
        low,
        high,
      }
    }),
  )
}
