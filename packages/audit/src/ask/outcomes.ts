import { byCodeUnit, round10 } from '@lawbook/base'
import type { PointwiseRouter } from '@lawbook/routers'
import type { AuditLibrary, AuditRequest } from '../auditLibrary.ts'
import type { OutcomesReport } from '../report.ts'
import { decide } from './decision.ts'
import { type Fate, fateOf, outcomeOf } from './fate.ts'
import { canSetThreshold, crossFitted } from './threshold.ts'

type Asked = {
  readonly id: string
  readonly threshold: number | null
  readonly fates: readonly Fate[]
  /** The chance that the right skill is first, whether or not the router would have kept silent. */
  readonly first: readonly number[]
}

/**
 * What local routers make of a user's requests. Where requests that no skill is meant for allow it, a router abstains
 * below a threshold, and no request is judged by a threshold that it helped to set (`crossFitted`); elsewhere it
 * abstains only when nothing matches. `source` is what the requests are called in the report.
 */
export async function outcomesOf(
  library: Pick<AuditLibrary, 'skills'>,
  requests: readonly AuditRequest[],
  { routers, source }: { readonly routers: readonly PointwiseRouter[]; readonly source: string },
): Promise<OutcomesReport> {
  const asked: Asked[] = []
  for (const router of routers) asked.push(await ask(router, library, requests))
  return {
    requests: requests.length,
    source,
    routers: asked.map(({ id, threshold, fates }) => ({ id, threshold, outcome: outcomeOf(requests, fates) })),
    skills: reached(requests, asked),
    notes: notesOn(library, requests),
  }
}

async function ask(
  router: PointwiseRouter,
  library: Pick<AuditLibrary, 'skills'>,
  requests: readonly AuditRequest[],
): Promise<Asked> {
  const fitted = await router.build(library, {})
  const decisions = requests.map((request) => decide(fitted, library.skills, request))
  const thresholds = crossFitted(requests, decisions)
  const fates = requests.map((request, i) => fateOf(decisions[i]!, request, thresholds?.each[i] ?? 0))
  const first = requests.map((request, i) => fateOf(decisions[i]!, request, 0).right)
  return { id: router.id, threshold: thresholds?.mean ?? null, fates, first }
}

/**
 * Per skill that requests are meant for: how many, and for how many of them it comes first, mean over routers. A
 * threshold is no matter of one skill, so it plays no part here.
 */
function reached(requests: readonly AuditRequest[], asked: readonly Asked[]): OutcomesReport['skills'] {
  const counts = new Map<string, { n: number; right: number }>()
  requests.forEach(({ skill }, i) => {
    if (skill === null) return
    const right = asked.reduce((sum, { first }) => sum + first[i]!, 0) / Math.max(1, asked.length)
    const old = counts.get(skill) ?? { n: 0, right: 0 }
    counts.set(skill, { n: old.n + 1, right: old.right + right })
  })
  return [...counts]
    .map(([id, { n, right }]) => ({ id, n, right: round10(right) }))
    .sort((a, b) => byCodeUnit(a.id, b.id))
}

function notesOn({ skills }: Pick<AuditLibrary, 'skills'>, requests: readonly AuditRequest[]): string[] {
  const known = new Set(skills.map(({ id }) => id))
  const meant = requests.flatMap(({ skill }) => (skill === null ? [] : [skill]))
  const lost = meant.filter((skill) => !known.has(skill)).length
  const without = known.size - new Set(meant.filter((skill) => known.has(skill))).size
  return [
    ...(requests.length === 0 ? ['there are no requests: nothing is known of outcomes'] : []),
    ...(requests.length > 0 && meant.length === 0
      ? ['no request is meant for a skill: only firing for nothing could be judged']
      : []),
    ...(requests.length > 0 && !canSetThreshold(requests) ? [noThreshold(requests.length, meant.length)] : []),
    ...(lost > 0
      ? [`${lost} of ${meant.length} requests are meant for a skill that is not in the library; they are never right`]
      : []),
    ...(meant.length > 0 && without > 0
      ? [`${without} of ${known.size} skills have no request: nothing is known of their outcomes`]
      : []),
  ]
}

const noThreshold = (n: number, meant: number): string =>
  `routers abstain only when nothing matches, so that they miss little and fire often: a threshold needs at least 20 requests, two of them meant for no skill ("skill": null) and some for two skills; there are ${n}, ${n - meant} of them meant for none`
