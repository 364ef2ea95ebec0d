import type { DataHandle, Evidence, ObserveContext } from '@lawbook/experiment'
import { chosenPointwise, type PointwiseRouter } from '@lawbook/routers'
import { admitted, ledgers, type SkillRequests } from '@lawbook/skill-requests'
import { exposed, type Library, type SentenceVectors, type Synonyms, type WordVectors } from '@lawbook/skills'
import type { Asked } from './asked.ts'
import { budgetEvidence } from './budgetEvidence.ts'
import type { ExposureChoices } from './choices.ts'
import { calibrationFrom } from './evidence.ts'
import { calibrationRows, exposureEvidence, fullRanks } from './exposureEvidence.ts'
import { accurateRouters, keptWhole } from './judged.ts'
import { structureEvidence } from './structureEvidence.ts'

export type Data = {
  readonly library: DataHandle<Library>
  readonly requests: DataHandle<SkillRequests>
  readonly wordVectors: DataHandle<WordVectors>
  readonly sentenceVectors: DataHandle<SentenceVectors>
  readonly synonyms: DataHandle<Synonyms>
}

/**
 * Ask every fast router every request over the full listing, and those that are accurate enough under each exposure
 * policy, over two libraries of merged skills and over the doubled library; keep sums of right answers by package and the
 * lengths that budgets are spent on, and no text.
 */
export async function observe({
  data,
  choices,
  stream,
  progress,
}: ObserveContext<Data, ExposureChoices>): Promise<Evidence> {
  const { library, wordVectors, sentenceVectors, synonyms } = data
  const { split, families } = data.requests
  const requests = admitted(data.requests)
  const everybody: Asked = {
    library,
    resources: { wordVectors, sentenceVectors, synonyms },
    routers: chosenPointwise(choices.routers),
    whole: new Set(),
    requests,
    test: [...requests.keys()].filter((i) => split[requests[i]!.skill] === 'test'),
    choices,
    stream,
    progress,
  }
  const full = await fullRanks(everybody)
  const calibration = calibrationRows(everybody, full)
  const calibrated = { routers: everybody.routers, calibration: calibrationFrom(calibration) }
  const whole = keptWhole(calibrated, choices)
  const accurate = accurateRouters(calibrated, choices)
  const ask = (chosen: (router: PointwiseRouter) => boolean): Asked => ({
    ...everybody,
    whole,
    routers: everybody.routers.filter(chosen),
  })
  const exposure = await exposureEvidence(
    ask((router) => whole.has(router.id) || accurate.includes(router)),
    full,
  )
  const structure = await structureEvidence(
    ask((router) => accurate.includes(router)),
    families,
    full,
  )
  const budgets = await budgetEvidence(ask((router) => whole.has(router.id) && router.kin !== 'floor'))
  return {
    tables: {
      routers: everybody.routers.map(({ id, title, short, kin, source }) => ({ id, title, short, kin, source })),
      skills: library.skills.map((skill) => ({ package: skill.package, characters: exposed(skill).length })),
      calibration,
      exposure: exposure.rows,
      spread: exposure.spread,
      structure: structure.rows,
      budgets: budgets.rows,
      draws: budgets.draws,
    },
    attrition: ledgers(
      data.requests,
      requests.length,
      everybody.test.length,
      'calibration half: decides which routers are judged',
    ),
    decisions: budgets.decisions + structure.decisions,
  }
}
