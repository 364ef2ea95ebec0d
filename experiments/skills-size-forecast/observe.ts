import type { Evidence, ObserveContext } from '@lawbook/experiment'
import { chosenPointwise } from '@lawbook/routers'
import type { skillLibrary } from '@lawbook/skill-library'
import { admitted, ledgers, type skillRequests } from '@lawbook/skill-requests'
import type { ForecastChoices } from './choices.ts'
import { growthEvidence } from './growthEvidence.ts'
import { probeEvidence } from './probeEvidence.ts'

type Data = { readonly library: typeof skillLibrary; readonly requests: typeof skillRequests }

/** Let libraries grow, and ask probes beside written requests; keep accuracies and no text. */
export async function observe({
  data: { library, requests },
  choices,
  stream,
  progress,
}: ObserveContext<Data, ForecastChoices>): Promise<Evidence> {
  const asked = admitted(requests)
  const routers = chosenPointwise(choices.routers)
  const common = { library, asked, split: requests.split, routers, resources: {}, choices, stream, progress }
  const growth = await growthEvidence(common)
  const probes = await probeEvidence(common)
  const judged = asked.filter(({ skill }) => requests.split[skill] === 'test').length
  return {
    tables: {
      routers: routers.map(({ id, title, short, kin }) => ({ id, title, short, kin })),
      packages: [...new Set(library.skills.map((skill) => skill.package))].map((name) => ({
        package: name,
        skills: library.skills.filter((skill) => skill.package === name).length,
      })),
      growth: growth.rows,
      probes: probes.rows,
    },
    attrition: ledgers(requests, asked.length, judged, 'calibration half: chooses the form and the intervals'),
    decisions: growth.decisions + probes.decisions,
  }
}
