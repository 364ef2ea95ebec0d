import type { StreamFactory } from '@lawbook/base'
import type { Progress } from '@lawbook/experiment'
import type { Row } from '@lawbook/schemas'
import type { Library, Request, Resources } from '@lawbook/skills'
import { packageSums, rankings, refittedAccuracy } from '@lawbook/sweeps'
import type { RoutingChoices } from './choices.ts'
import { refittedRouters } from './whoIsAsked.ts'

/**
 * The same drawn libraries decided twice, by a router fitted to the library drawn and by one fitted to all skills: what
 * word statistics of the whole library are worth. One row a (router, size, package), requests of the judged wording.
 */
export async function refitEvidence(options: {
  readonly library: Library
  readonly requests: readonly Request[]
  readonly resources: Resources
  readonly choices: RoutingChoices
  readonly stream: StreamFactory
  readonly progress: Progress
}): Promise<{ readonly rows: Row[]; readonly decisions: number }> {
  const { library, resources, choices, stream, progress } = options
  const requests = options.requests.filter(({ wording }) => wording === choices.wording)
  const { draws } = choices.refit
  const rows: Row[] = []
  let decisions = 0
  const routers = refittedRouters(choices)
  for await (const { router, matrix } of rankings({ routers, library, requests, resources })) {
    for (const [done, { size, draws: count }] of draws.entries()) {
      progress(done, draws.length, `${router.title} fitted anew to drawn libraries of ${size}`)
      const again = await refittedAccuracy({
        router,
        library,
        requests,
        frozen: matrix,
        size,
        draws: count,
        stream: (purpose, ...at) => stream(purpose, router.id, ...at),
        resources,
      })
      decisions += again.decisions
      const sums = packageSums(library, requests, { refitted: again.refitted, frozen: again.frozen })
      const each = again.decisions / requests.length
      rows.push(...sums.map((row) => ({ router: router.id, size, ...row, decisions: each * Number(row.n) })))
    }
  }
  return { rows, decisions }
}
