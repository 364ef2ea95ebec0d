import type { StreamFactory } from '@lawbook/base'
import type { Progress } from '@lawbook/experiment'
import type { Row } from '@lawbook/schemas'
import { wordings } from '@lawbook/skill-requests'
import type { Library, Request, Resources } from '@lawbook/skills'
import { monteCarloListwise, packageSums } from '@lawbook/sweeps'
import type { RoutingChoices } from './choices.ts'
import { listwiseRouters } from './whoIsAsked.ts'

/**
 * Routers that must be shown their candidates, asked in drawn libraries: one row a (router, wording, package), columns
 * `at.N` with the shares of right decisions summed over requests, and `sd.N`, the standard deviation of accuracy between
 * drawn libraries.
 */
export async function listwiseEvidence(options: {
  readonly library: Library
  readonly requests: readonly Request[]
  readonly resources: Resources
  readonly choices: RoutingChoices
  readonly stream: StreamFactory
  readonly progress: Progress
}): Promise<{ readonly rows: Row[]; readonly decisions: number }> {
  const { library, resources, choices, stream, progress } = options
  const rows: Row[] = []
  let decisions = 0
  for (const router of listwiseRouters(choices)) {
    const fitted = await router.build(library, resources)
    for (const wording of wordings) {
      const requests = options.requests.filter((request) => request.wording === wording)
      const drawn = choices.listwiseDraws.map(({ size, draws }, k) => {
        progress(k, choices.listwiseDraws.length, `${router.title}, ${wording}, libraries of ${size}`)
        return monteCarloListwise(fitted, library, requests, size, draws, (purpose, ...at) =>
          stream(purpose, router.id, wording, ...at),
        )
      })
      const made = drawn.reduce((sum, cell) => sum + cell.decisions, 0)
      decisions += made
      const columns = Object.fromEntries(drawn.map(({ size, perRequest }) => [`at.${size}`, perRequest]))
      const spreads = Object.fromEntries(drawn.map(({ size, sd }) => [`sd.${size}`, sd]))
      for (const row of packageSums(library, requests, columns))
        rows.push({
          router: router.id,
          wording,
          ...row,
          ...spreads,
          decisions: (made / requests.length) * Number(row.n),
        })
    }
  }
  return { rows, decisions }
}
