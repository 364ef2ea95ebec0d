import type { Row } from '@lawbook/schemas'
import { wordings } from '@lawbook/skill-requests'
import {
  beatSets,
  libraryDrawVariance,
  type RankMatrix,
  rankings,
  requestCurves,
  rowsOf,
  standingsFrom,
} from '@lawbook/sweeps'
import { type Asked, judgedPlaces } from './asked.ts'
import { listed, type PolicyId, policyIds } from './policies.ts'
import { talliesOf } from './tally.ts'

/** Ranks of all requests, both halves, over the full listing, by router. */
export async function fullRanks({ routers, library, requests, resources, progress }: Asked) {
  const full = new Map<string, RankMatrix>()
  for await (const { router, matrix } of rankings({
    routers,
    library,
    requests,
    resources,
    progress: (done, total, label) => progress(done, total, `full: ${label}`),
  }))
    full.set(router.id, matrix)
  return full
}

/** Ranks of the judged half under one policy, by router; those of the full listing are known. */
async function* judgedRanks(asked: Asked, policy: PolicyId, full: ReadonlyMap<string, RankMatrix>) {
  const { routers, library, requests, test, resources, progress } = asked
  if (policy === 'full') for (const router of routers) yield { router, matrix: rowsOf(full.get(router.id)!, test) }
  else
    yield* rankings({
      routers,
      library: listed(library, policy),
      requests: test.map((i) => requests[i]!),
      resources,
      progress: (done, total, label) => progress(done, total, `${policy}: ${label}`),
    })
}

/** Exact curves of every router under every policy, both wordings of the judged half, and their library-draw variance. */
export async function exposureEvidence(asked: Asked, full: ReadonlyMap<string, RankMatrix>) {
  const { library, requests, test, choices, whole } = asked
  const tallies = talliesOf(asked)
  const spread: Row[] = []
  for (const policy of policyIds) {
    const shown = listed(library, policy)
    for await (const { router, matrix } of judgedRanks(asked, policy, full))
      for (const wording of wordings) {
        const places = new Set(judgedPlaces(asked, wording))
        const own = [...test.keys()].filter((k) => places.has(test[k]!))
        const ranks = rowsOf(matrix, own)
        const meant = own.map((k) => requests[test[k]!]!)
        const { right } = requestCurves(standingsFrom(ranks, shown, meant), choices.ladder, library.skills.length)
        tallies.add(router.id, wording, [{ arm: policy, sizes: choices.ladder, right }])
        if (!whole.has(router.id)) continue
        const [drawVariance] = libraryDrawVariance(beatSets(ranks, shown, meant), [choices.size])
        spread.push({ router: router.id, policy, wording, drawVariance: drawVariance! })
      }
  }
  return { rows: tallies.rows(), spread }
}

/** Calibration accuracy under the full listing at the sizes that decide who is judged. */
export function calibrationRows(asked: Asked, full: ReadonlyMap<string, RankMatrix>): Row[] {
  const { library, requests, test, choices } = asked
  const sizes = choices.eligible.map(({ size }) => size)
  const judged = new Set(test)
  return [...full].flatMap(([router, matrix]) =>
    wordings.flatMap((wording) => {
      const own = [...requests.keys()].filter((i) => requests[i]!.wording === wording && !judged.has(i))
      const ownRequests = own.map((i) => requests[i]!)
      const { right } = requestCurves(
        standingsFrom(rowsOf(matrix, own), library, ownRequests),
        sizes,
        library.skills.length,
      )
      return sizes.map((size, k): Row => {
        const sum = own.reduce((total, _, i) => total + right[i * sizes.length + k]!, 0)
        return { router, wording, size, accuracy: sum / own.length, n: own.length }
      })
    }),
  )
}
