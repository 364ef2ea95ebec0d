import type { Row } from '@lawbook/schemas'
import { wordings } from '@lawbook/skill-requests'
import { meanCurve } from '@lawbook/sweeps'
import type { RoutingChoices } from './choices.ts'
import type { Observed } from './evidence.ts'

/**
 * Strict accuracy, and accuracy if a twin of the right skill (a skill of its similarity family) is accepted as well, in
 * random libraries of each size of the ladder.
 */
export function toleranceRows(observed: Observed, judged: readonly string[], choices: RoutingChoices): Row[] {
  const { ladder } = choices
  return wordings.flatMap((wording) =>
    observed.routers.flatMap(({ id, short, kin }) => {
      const sample = observed.sample(id, 'test', wording, 'package')
      const strict = meanCurve(sample, null)
      const columns = ladder.map((size) => `twin.${size}`)
      const twins = meanCurve(observed.columnSample('twins', id, wording, columns), null)
      return ladder.map((size, k): Row => {
        const right = strict[sample.sizes.indexOf(size)]!
        return {
          router: id,
          short,
          kin,
          wording,
          judged: judged.includes(id),
          size,
          strict: right,
          tolerant: right + twins[k]!,
        }
      })
    }),
  )
}
