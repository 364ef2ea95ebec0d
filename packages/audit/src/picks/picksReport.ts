import { byCodeUnit } from '@lawbook/base'
import type { PointwiseRouter } from '@lawbook/routers'
import { type Fate, outcomeOf } from '../ask/fate.ts'
import type { AgentPick, AuditLibrary } from '../auditLibrary.ts'
import { groupsOf } from '../groupsOf.ts'
import type { Outcome, PicksReport } from '../report.ts'
import { agreementOf, comparable } from './agreement.ts'

type Judged = AgentPick & { readonly expected: string | null }

/**
 * What an agent made of its requests, from decisions that it has made already: outcomes where what was expected is
 * known, who was picked in place of others, what was offered and never picked, and which local router picks as the
 * agent does. `source` is what the picks are called in the report.
 */
export async function picksReport(
  library: Pick<AuditLibrary, 'skills'>,
  picks: readonly AgentPick[],
  { routers, source }: { readonly routers: readonly PointwiseRouter[]; readonly source: string },
): Promise<PicksReport> {
  const judged = picks.filter((pick): pick is Judged => pick.expected !== undefined)
  return {
    ...{ source, picks: picks.length, outcome: judged.length === 0 ? null : outcomeOfPicks(judged) },
    ...{ absorbs: absorbing(judged), neverPicked: neverPicked(library, picks) },
    agreement: await agreementOf(library, picks, routers),
    notes: notesOn(library, picks, judged),
  }
}

/** Nobody says which other skill would have done: that share is not known, and n = 0 says so. */
function outcomeOfPicks(judged: readonly Judged[]): Outcome {
  const requests = judged.map(({ expected, text }) => ({ skill: expected, text, acceptable: [] }))
  return { ...outcomeOf(requests, judged.map(fateOfPick)), acceptable: { value: 0, low: 0, high: 1, n: 0 } }
}

function fateOfPick({ picked, expected }: Judged): Fate {
  const nothing: Fate = { right: 0, acceptable: 0, wrong: 0, silent: 0 }
  if (picked === null) return { ...nothing, silent: 1 }
  return picked === expected ? { ...nothing, right: 1 } : { ...nothing, wrong: 1 }
}

/** For each skill that was picked where another was expected: how often, and in whose place. */
function absorbing(judged: readonly Judged[]): PicksReport['absorbs'] {
  const wrong = judged.flatMap(({ picked, expected }) =>
    picked === null || expected === null || picked === expected ? [] : [{ picked, expected }],
  )
  return [...groupsOf(wrong, ({ picked }) => picked)]
    .map(([id, rows]) => ({
      ...{ id, wrong: rows.length },
      from: [...new Set(rows.map(({ expected }) => expected))].sort(byCodeUnit),
    }))
    .sort((a, b) => b.wrong - a.wrong || byCodeUnit(a.id, b.id))
}

/** Skills of the library that were offered at least once, and never picked. */
function neverPicked({ skills }: Pick<AuditLibrary, 'skills'>, picks: readonly AgentPick[]): string[] {
  const picked = new Set(picks.map((pick) => pick.picked))
  const everything = picks.some(({ offered }) => offered === null)
  const offered = new Set(picks.flatMap((pick) => pick.offered ?? []))
  return skills.map(({ id }) => id).filter((id) => (everything || offered.has(id)) && !picked.has(id))
}

const few = 30

function notesOn(library: Pick<AuditLibrary, 'skills'>, picks: readonly AgentPick[], judged: readonly Judged[]) {
  const known = new Set(library.skills.map(({ id }) => id))
  const count = (test: (pick: AgentPick) => boolean): number => picks.filter(test).length
  const unknown = count(({ picked }) => picked !== null && !known.has(picked))
  const unasked = count(({ offered, picked }) => offered !== null && picked !== null && !offered.includes(picked))
  const hidden = count(({ offered, expected }) => offered !== null && !!expected && !offered.includes(expected))
  const compared = picks.filter((pick) => comparable(pick, known)).length
  return [
    ...(picks.length < few ? [`there are only ${picks.length} picks: every share is uncertain, see its interval`] : []),
    ...(judged.length < picks.length
      ? [`${picks.length - judged.length} of ${picks.length} picks do not say what was expected; nobody judged them`]
      : []),
    ...(judged.length > 0 ? ['picks do not say which other skill would have done: none counts as acceptable'] : []),
    ...(unknown > 0
      ? [`${unknown} picks are of a skill that is not in the library; no router is held against them`]
      : []),
    ...(unasked > 0 ? [`${unasked} picks are of a skill that was not offered; no router is held against them`] : []),
    ...(hidden > 0 ? [`in ${hidden} picks the expected skill was not offered; the agent could not be right`] : []),
    ...(compared === 0
      ? ['no pick can be held against a router: it needs a picked skill among two or more offered']
      : []),
  ]
}
