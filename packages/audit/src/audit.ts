import { LawbookError } from '@lawbook/base'
import type { PointwiseRouter } from '@lawbook/routers'
import type { Request } from '@lawbook/skills'
import { outcomesOf } from './ask/outcomes.ts'
import { probesFromBodies } from './ask/probes.ts'
import type { AgentPick, AuditLibrary, AuditRequest } from './auditLibrary.ts'
import { confused } from './confuse/confused.ts'
import { findingsOf } from './findings.ts'
import { fittedOnce } from './fittedOnce.ts'
import { forecast } from './forecast/forecast.ts'
import { digestOf } from './lock/digest.ts'
import { picksReport } from './picks/picksReport.ts'
import { listingChars } from './plan/candidates.ts'
import { planOf } from './plan/plan.ts'
import type { AuditReport, ForecastReport, LibraryReport, PicksReport } from './report.ts'
import type { Profile } from './see/profiles.ts'
import { seen } from './see/seen.ts'

/** The parts of an audit, in the order in which they are made. */
export const stages = ['see', 'confuse', 'ask', 'picks', 'forecast', 'plan', 'find'] as const
export type Stage = (typeof stages)[number]

/** Rows of a file, and what the file is called. */
export type Given<T> = { readonly rows: readonly T[]; readonly source: string }

export type AuditOptions = {
  readonly profile: Profile
  readonly routers: readonly PointwiseRouter[]
  readonly requests?: Given<AuditRequest>
  readonly picks?: Given<AgentPick>
  /** False: nobody will read what to do first, and it is left out. */
  readonly plan?: boolean
  /** Called before each part: which one, how many are done, of how many. */
  readonly progress?: (stage: Stage, done: number, total: number) => void
}

/**
 * Everything that is known of a library: what the agent sees of it, who is confused with whom, what becomes of requests
 * and of an agent's picks, what to expect as it grows, what to do first, and the findings that follow. A part that stops
 * with an error of the project becomes a note and stays empty; the others are made all the same.
 */
export async function audit(library: AuditLibrary, options: AuditOptions): Promise<AuditReport> {
  const { profile, requests, picks } = options
  const routers = options.routers.map((router) => fittedOnce(router, library))
  const notes: string[] = []
  const part = async <T>(stage: Stage, make: () => T | Promise<T>, empty: T): Promise<T> => {
    options.progress?.(stage, stages.indexOf(stage), stages.length)
    try {
      return await make()
    } catch (thrown) {
      if (!(thrown instanceof LawbookError)) throw thrown
      notes.push(`${titles[stage]} could not be made: ${thrown.message} (${thrown.code})`)
      return empty
    }
  }
  const probes = probesFromBodies(library)
  const shown = await part('see', () => seen(library, profile), emptySeen(profile))
  const pairs = await part('confuse', () => confused(library, { routers, probes }), emptyConfused(routers))
  const outcomes =
    requests === undefined
      ? null
      : await part('ask', () => outcomesOf(library, requests.rows, { routers, source: requests.source }), null)
  const decided =
    picks === undefined
      ? null
      : await part('picks', () => picksReport(library, picks.rows, { routers, source: picks.source }), null)
  const ahead = await part(
    'forecast',
    () => forecast(forecastOf(library, { ...options, routers }, decided, probes)),
    emptyForecast,
  )
  const plan =
    options.plan === false
      ? emptyPlan(library)
      : await part(
          'plan',
          () => planOf({ library, seen: shown, confused: pairs, requests: requests?.rows ?? null, probes, routers }),
          emptyPlan(library),
        )
  const parts = { library, seen: shown, confused: pairs, outcomes, picks: decided }
  const findings = await part('find', () => findingsOf(parts), [])
  return {
    library: libraryReport(library),
    ...{ seen: shown, confused: pairs, outcomes, picks: decided, forecast: ahead, plan, findings, notes },
  }
}

const titles: Readonly<Record<Stage, string>> = {
  see: 'what the agent can see',
  confuse: 'who is confused with whom',
  ask: 'the outcomes of the requests',
  picks: 'the outcomes of the picks',
  forecast: 'the forecast',
  plan: 'the plan',
  find: 'the findings',
}

/** The library as a report shows it: no bodies, no paths of the machine. */
export function libraryReport({ source, format, skills, copies, problems }: AuditLibrary): LibraryReport {
  const shown = skills.map(({ id, name, place, description, body }) => ({
    ...{ id, name, place },
    descriptionChars: description.length,
    digest: digestOf({ name, description, body }),
  }))
  const graded = problems.map((problem) => ({ ...problem, level: problem.level ?? ('warning' as const) }))
  return { source, format, skills: shown, copies, problems: graded }
}

/**
 * What a forecast stands on: what the agent got right where the picks say what was expected, else the user's requests,
 * else probes from bodies. The router is the one that chooses most like the agent, else the first: never the one that
 * is best on the same requests.
 */
function forecastOf(
  library: AuditLibrary,
  { routers, requests, picks }: AuditOptions,
  decided: PicksReport | null,
  probes: readonly Request[],
) {
  const known = new Set(library.skills.map(({ id }) => id))
  const [first] = routers
  const alike = routers.find(({ id }) => id === decided?.agreement[0]?.router)
  const router = (alike ?? first)!
  const asked = (requests?.rows ?? []).flatMap(asRequest)
  const meant = (picks?.rows ?? []).flatMap(({ id, text, expected = null }) => asRequest({ id, text, skill: expected }))
  const usable = (asked.length > 0 ? asked : meant).filter(({ skill }) => known.has(skill))
  if (decided?.outcome != null && decided.outcome.right.n > 0 && usable.length > 0)
    return { library, basis: 'picks', requests: usable, router, anchor: decided.outcome.right } as const
  if (usable.length > 0) return { library, basis: 'requests', requests: usable, router } as const
  return { library, basis: 'bodies', requests: probes, router } as const
}

/** A request as routers take it; none where no skill is meant. Wording, domain and breadth are not known. */
function asRequest({ id, text, skill }: Pick<AuditRequest, 'id' | 'text' | 'skill'>): Request[] {
  return skill === null ? [] : [{ id, text, skill, wording: 'direct', domain: '', abstract: false }]
}

const emptySeen = ({ id, title, source, agentVersion, asOf, note, budgetChars }: Profile): AuditReport['seen'] => ({
  profile: { id, title, source, agentVersion, asOf, note },
  ...{ budgetChars, usedChars: 0, skills: [] },
})
const emptyConfused = (routers: readonly PointwiseRouter[]): AuditReport['confused'] => ({
  routers: routers.map(({ id }) => id),
  ...{ pairs: [], hubness: null, blackHoles: [] },
})
const emptyForecast: ForecastReport = {
  ...{ basis: null, router: null, law: null, points: [], curve: [], references: [], optimism: null, notes: [] },
}
function emptyPlan({ skills }: AuditLibrary): AuditReport['plan'] {
  const chars = listingChars(skills)
  return { edits: [], together: null, charsBefore: chars, charsAfter: chars, notes: [] }
}
