import type { Evidence, ObserveContext } from '@lawbook/experiment'
import type { mcpServers } from '@lawbook/mcp-servers'
import type { sentenceVectors } from '@lawbook/sentence-vectors'
import type { skillLibrary } from '@lawbook/skill-library'
import { admitted, ledgers, type skillRequests } from '@lawbook/skill-requests'
import type { wordSynonyms } from '@lawbook/word-synonyms'
import type { wordVectors } from '@lawbook/word-vectors'
import type { RoutingChoices } from './choices.ts'
import { exactEvidence } from './exactEvidence.ts'
import { listwiseEvidence } from './listwiseEvidence.ts'
import { refitEvidence } from './refitEvidence.ts'
import { routerRow } from './routerRow.ts'
import { serversEvidence } from './serversEvidence.ts'
import { skillRows } from './skillFacts.ts'
import { listwiseRouters, pointwiseRouters } from './whoIsAsked.ts'

type Data = {
  readonly library: typeof skillLibrary
  readonly requests: typeof skillRequests
  readonly wordVectors: typeof wordVectors
  readonly sentenceVectors: typeof sentenceVectors
  readonly synonyms: typeof wordSynonyms
  readonly servers: typeof mcpServers
}

/**
 * Everything that is asked: every pointwise router over the whole library, the fast ones over skills and servers
 * together, some with statistics fitted anew to drawn libraries, and in drawn libraries the routers that must be shown
 * their candidates. All but the first on the judged half alone.
 */
export async function observe({
  data,
  choices,
  stream,
  progress,
}: ObserveContext<Data, RoutingChoices>): Promise<Evidence> {
  const { library, requests } = data
  const { servers } = data.servers
  const resources = { wordVectors: data.wordVectors, sentenceVectors: data.sentenceVectors, synonyms: data.synonyms }
  const asked = admitted(requests)
  const judged = asked.filter(({ skill }) => requests.split[skill] === 'test')
  const exact = await exactEvidence({ library, asked, requests, resources, choices, stream, progress })
  const fast = pointwiseRouters(choices).filter(({ cost }) => cost === 'fast')
  const among = await serversEvidence({ routers: fast, library, servers, requests: judged, resources, progress })
  const again = await refitEvidence({ library, requests: judged, resources, choices, stream, progress })
  const listwise = await listwiseEvidence({ library, requests: judged, resources, choices, stream, progress })
  return {
    tables: {
      ...exact.tables,
      routers: [...exact.tables.routers!, ...listwiseRouters(choices).map((router) => routerRow(router, null))],
      skills: skillRows(library, requests.families),
      populations: [
        { population: 'skills', n: library.skills.length },
        { population: 'servers', n: servers.length },
      ],
      servers: among,
      refits: again.rows,
      listwise: listwise.rows,
    },
    attrition: ledgers(requests, asked.length, judged.length, 'calibration half: decides which routers are judged'),
    decisions: exact.decisions + again.decisions + listwise.decisions,
  }
}
