import { studentInterval } from '@lawbook/estimators'
import type { Row } from '@lawbook/schemas'
import { wordings } from '@lawbook/skill-requests'
import { jackknife } from '@lawbook/sweeps'
import type { RoutingChoices } from './choices.ts'
import type { Observed } from './evidence.ts'

/** Accuracy of routers that were shown their candidates, in drawn libraries, with 90 % intervals by package. */
export function listwiseRows(observed: Observed, choices: RoutingChoices): Row[] {
  const sizes = choices.listwiseDraws.map(({ size }) => size)
  return wordings.flatMap((wording) =>
    observed.listwise.flatMap(({ id, title, short }) => {
      const columns = sizes.map((size) => `at.${size}`)
      const sample = observed.columnSample('listwise', id, wording, columns)
      const { value, se, df } = jackknife([sample], ([curve]) => curve!)
      const spread = observed.table('listwise').find((row) => row.router === id && row.wording === wording)
      return sizes.map((size, k): Row => {
        const [low, high] = studentInterval({ value: value[k]!, se: se[k]!, df, tail: 0.05 })
        return {
          router: id,
          title,
          short,
          wording,
          size,
          right: value[k]!,
          low: Math.max(0, low),
          high: Math.min(1, high),
          sdLibrary: spread?.[`sd.${size}`] ?? null,
          draws: choices.listwiseDraws[k]!.draws,
        }
      })
    }),
  )
}
