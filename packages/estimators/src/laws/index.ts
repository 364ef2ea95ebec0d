import { fail, nearMisses } from '@lawbook/base'
import { hill } from './hill.ts'
import type { Law } from './law.ts'
import { log } from './log.ts'
import { power } from './power.ts'
import { signalDetection } from './signalDetection.ts'

/** Every law, one line each. */
export const laws: readonly Law[] = distinct([log, power, hill, signalDetection])

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
