import type { Evidence, ObserveContext } from '@lawbook/experiment'
import type { mcpServers } from '@lawbook/mcp-servers'
import { chosenPointwise, type PointwiseRouter } from '@lawbook/routers'
import type { Row } from '@lawbook/schemas'
import type { sentenceVectors } from '@lawbook/sentence-vectors'
import type { skillLibrary } from '@lawbook/skill-library'
import { ledgers, type skillRequests } from '@lawbook/skill-requests'
import type { Request, Resources } from '@lawbook/skills'
import { rankings } from '@lawbook/sweeps'
import type { wordSynonyms } from '@lawbook/word-synonyms'
import type { wordVectors } from '@lawbook/word-vectors'
import { keepBeats, outcomeRows, pseudoRequests, routerRow } from './asked.ts'
import type { GeometryChoices } from './choices.ts'
import { decideWhoIsJudged } from './evidence.ts'
import { type Geometry, geometryOf } from './geometry.ts'
import { type Decided, decided } from './routed.ts'
import { sentencePredictions, sentenceSimilarity } from './sentences.ts'
import { geometryRow, nearnessRows, trainingRow } from './texts.ts'

export type Data = {
  readonly library: typeof skillLibrary
  readonly requests: typeof skillRequests
  readonly servers: typeof mcpServers
  readonly synonyms: typeof wordSynonyms
  readonly wordVectors: typeof wordVectors
  readonly sentenceVectors: typeof sentenceVectors
}
export type Loaded = { readonly [K in keyof Data]: Awaited<ReturnType<Data[K]['load']>> }

/**
 * Ask each router every request once over all skills and servers (it is built once, so a pool only changes who
 * competes), decide on calibration requests who is judged, and keep of those what `run` needs: how many competitors of
 * each similarity bin a pool of each judged target has, how many of each bin beat each calibration request, and sums of
 * b by pool and package.
 */
export async function observe({ data, choices, progress }: ObserveContext<Data, GeometryChoices>): Promise<Evidence> {
  const geometry = geometryOf(data, choices)
  const { asked, places, edges } = geometry
  const ask = askOver(geometry, data, progress)
  const candidates: Row[] = []
  for await (const { router, decisions } of ask(chosenPointwise(choices.routers), asked))
    candidates.push(routerRow(router, geometry, decisions, choices))
  const routers = decideWhoIsJudged(candidates, choices)
  const judged = chosenPointwise(routers.filter((row) => row.judged === true).map(({ id }) => String(id)))

  const sentences = sentenceSimilarity(geometry, data.sentenceVectors)
  const books = { beats: new Map<string, Row>(), outcomes: [] as Row[], sentences: [] as Row[] }
  for await (const { router, decisions } of ask(judged, asked)) {
    keepBeats(books.beats, router.id, geometry, decisions)
    books.outcomes.push(...outcomeRows(router.id, geometry, asked, decisions, choices))
    books.sentences.push(...sentencePredictions(router.id, geometry, decisions, sentences, choices))
  }
  // A vector is known for the texts of real requests only.
  const silent = judged.filter(({ needs = [] }) => !needs.includes('sentenceVectors'))
  const pretended = pseudoRequests(geometry)
  for await (const { router, decisions } of ask(silent, pretended))
    books.outcomes.push(...outcomeRows(router.id, geometry, pretended, decisions, choices, 'pseudo'))

  const judgedRequests = asked.filter((_, row) => geometry.placeOf(row).half === 'test').length
  const ids = judged.map(({ id }) => id)
  const inHalf = (half: 'calibration' | 'test') => places.filter((place) => place.half === half)
  return {
    tables: {
      routers,
      bins: [...edges.edges].map((from, k) => ({ bin: k + 1, from })),
      packages: [...geometry.folds].map(([name, fold]) => ({ package: name, fold })),
      geometry: inHalf('test').map((place) => geometryRow(place, geometry)),
      training: inHalf('calibration').map((place) => trainingRow(place, geometry, books.beats, ids)),
      nearness: nearnessRows(places, choices),
      outcomes: books.outcomes,
      sentences: books.sentences,
    },
    attrition: ledgers(data.requests, asked.length, judgedRequests, 'calibration half: kernels learn from it'),
    decisions: 0,
  }
}

type Asked = { readonly router: PointwiseRouter; readonly decisions: readonly Decided[] }
type Ask = (routers: readonly PointwiseRouter[], requests: readonly Request[]) => AsyncGenerator<Asked>

/** How routers are asked: each built over all skills and servers. What has been asked once is kept on disk. */
function askOver({ union }: Geometry, data: Loaded, progress: ObserveContext<Data, GeometryChoices>['progress']): Ask {
  const { wordVectors, sentenceVectors, synonyms } = data
  const resources: Resources = { wordVectors, sentenceVectors, synonyms }
  return async function* (routers, requests) {
    for await (const { router, matrix } of rankings({ routers, library: union, requests, resources, progress }))
      yield { router, decisions: requests.map((_, row) => decided(matrix, row)) }
  }
}
