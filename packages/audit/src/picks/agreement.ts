import { byCodeUnit, round10 } from '@lawbook/base'
import type { PointwiseRouter } from '@lawbook/routers'
import { countTerms } from '@lawbook/skills'
import { decide } from '../ask/decision.ts'
import { shareOf } from '../ask/share.ts'
import type { AgentPick, AuditLibrary } from '../auditLibrary.ts'
import type { PicksReport } from '../report.ts'

/** A pick that a router can be held against: a known skill was picked among at least two that were offered. */
export type Comparable = AgentPick & { readonly picked: string }

/** Whether a pick is of a known skill among at least two known ones that were offered. */
export function comparable(pick: AgentPick, known: ReadonlySet<string>): pick is Comparable {
  const { picked, offered } = pick
  if (picked === null || !known.has(picked)) return false
  if (offered === null) return known.size >= 2
  return offered.includes(picked) && new Set(offered.filter((id) => known.has(id))).size >= 2
}

/**
 * How often each router, choosing among what was offered, picks as the agent did: the share, by picked skill, and
 * Cohen's kappa (1960), (observed - expected) / (1 - expected), where expected is the agreement of two that pick each
 * skill as often as these two do, independently of the request. A tie is shared evenly; a router that abstains
 * disagrees. Kappa is 0 where it is not defined (`kappaDefined`). Best share first.
 */
export async function agreementOf(
  library: Pick<AuditLibrary, 'skills'>,
  picks: readonly AgentPick[],
  routers: readonly PointwiseRouter[],
): Promise<PicksReport['agreement']> {
  const index = new Map(library.skills.map(({ id }, j) => [id, j]))
  const known = new Set(index.keys())
  const compared = picks.filter((pick) => comparable(pick, known))
  if (compared.length === 0) return []
  const rows: PicksReport['agreement'][number][] = []
  for (const router of routers) {
    const fitted = await router.build(library, {})
    const chosen = compared.map((pick) => decide(fitted, library.skills, pick, candidates(pick, index)).best)
    const agree = compared.map(({ picked }, i) => (chosen[i]!.includes(picked) ? 1 / chosen[i]!.length : 0))
    const share = shareOf(
      agree,
      compared.map(({ picked }) => picked),
    )
    rows.push({ router: router.id, agree: share, kappa: kappa(compared, chosen, share.value) })
  }
  return rows.sort((a, b) => b.agree.value - a.agree.value || byCodeUnit(a.router, b.router))
}

/**
 * Whether a kappa says anything: not where nothing but one skill is ever picked by either, so that chance agrees as
 * surely as they do. Whoever agrees always has kappa 1 otherwise, so 0 beside that share means this and nothing else.
 */
export const kappaDefined = ({ agree, kappa }: Pick<PicksReport['agreement'][number], 'agree' | 'kappa'>): boolean =>
  agree.value < 1 || kappa !== 0

const candidates = ({ offered }: AgentPick, index: ReadonlyMap<string, number>): Int32Array | undefined =>
  offered === null ? undefined : Int32Array.from(new Set(offered.flatMap((id) => index.get(id) ?? [])))

function kappa(picks: readonly Comparable[], chosen: readonly (readonly string[])[], observed: number): number {
  const agent = countTerms(picks.map(({ picked }) => picked))
  let products = 0
  for (const best of chosen) for (const id of best) products += (agent.get(id) ?? 0) / best.length
  const expected = products / (picks.length * picks.length)
  return expected > 1 - 1e-12 ? 0 : round10((observed - expected) / (1 - expected))
}
