import { fail, nearMisses } from '@lawbook/base'
import { amdahl } from './amdahl.ts'
import { boltzmann } from './boltzmann.ts'
import { capabilityGap } from './capabilityGap.ts'
import { errorPower } from './errorPower.ts'
import { errorPowerFloor } from './errorPowerFloor.ts'
import { exponentiatedPower } from './exponentiatedPower.ts'
import { harmonic } from './harmonic.ts'
import { hill } from './hill.ts'
import type { Law } from './law.ts'
import { log } from './log.ts'
import { logistic } from './logistic.ts'
import { logLogistic } from './logLogistic.ts'
import { pipeline } from './pipeline.ts'
import { power } from './power.ts'
import { saturating } from './saturating.ts'
import { shiftedPower } from './shiftedPower.ts'
import { signalDetection } from './signalDetection.ts'
import { universalScalability } from './universalScalability.ts'

/** Every law, one line each: of the size of a library, of samples, of teams, of gaps and pipelines. */
export const laws: readonly Law[] = distinct([
  log,
  harmonic,
  power,
  shiftedPower,
  hill,
  logistic,
  logLogistic,
  signalDetection,
  boltzmann,
  errorPower,
  errorPowerFloor,
  exponentiatedPower,
  saturating,
  amdahl,
  universalScalability,
  capabilityGap,
  pipeline,
])

/** The laws as given; throws LB_DUPLICATE_ID when two carry the same id. */
export function distinct(all: readonly Law[]): readonly Law[] {
  const seen = new Set<string>()
  for (const { id, title } of all) {
    if (seen.has(id)) fail('LB_DUPLICATE_ID', `two laws carry the id "${id}"; rename the one titled "${title}"`)
    seen.add(id)
  }
  return all
}

/** The law with this id; throws LB_DANGLING and suggests near misses. */
export function lawById(id: string): Law {
  const ids = laws.map((law) => law.id)
  const found = laws.find((law) => law.id === id)
  if (found !== undefined) return found
  const near = nearMisses(id, ids)
  return fail(
    'LB_DANGLING',
    `there is no law "${id}"; ${near.length > 0 ? `did you mean ${near.join(', ')}?` : `there are ${ids.join(', ')}`}`,
  )
}
