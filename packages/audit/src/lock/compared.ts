import { byCodeUnit } from '@lawbook/base'
import { pairedGain } from '../ask/paired.ts'
import type { AuditReport, ForecastReport, Outcome, OutcomesReport, Share } from '../report.ts'
import { type FindingChanges, findingChanges } from './findingChanges.ts'

/** Two versions of one library, on the same requests. */
export type Compared = {
  readonly findings: FindingChanges
  /** Ids, sorted. A skill that moved is removed and added. */
  readonly skills: {
    readonly added: readonly string[]
    readonly removed: readonly string[]
    readonly changed: readonly string[]
  }
  /** Null without requests. */
  readonly outcomes: {
    /** One a router that was asked both times. */
    readonly routers: readonly { readonly id: string; readonly before: Outcome; readonly after: Outcome }[]
    /** Change of the share of right picks, mean over routers, with the p of the paired test over skills. */
    readonly gain: Share
    readonly p: number
  } | null
  /** Null where the two stand on different grounds (requests, picks, bodies) or one could not be made. */
  readonly forecast: {
    readonly before: ForecastReport['points']
    readonly after: ForecastReport['points']
  } | null
}

/** What changed from one version to the other: findings, skills, what became of the same requests, the forecast. */
export function compared(before: AuditReport, after: AuditReport): Compared {
  return {
    findings: findingChanges(before.findings, after.findings),
    skills: skillChanges(before, after),
    outcomes:
      before.outcomes === null || after.outcomes === null ? null : outcomeChanges(before.outcomes, after.outcomes),
    forecast:
      before.forecast.basis === null || before.forecast.basis !== after.forecast.basis
        ? null
        : { before: before.forecast.points, after: after.forecast.points },
  }
}

function skillChanges(before: AuditReport, after: AuditReport): Compared['skills'] {
  const old = new Map(before.library.skills.map((skill) => [skill.id, skill]))
  const now = new Set(after.library.skills.map(({ id }) => id))
  return {
    added: [...now].filter((id) => !old.has(id)).sort(byCodeUnit),
    removed: [...old.keys()].filter((id) => !now.has(id)).sort(byCodeUnit),
    changed: after.library.skills
      .filter((skill) => old.has(skill.id) && !alike(old.get(skill.id)!, skill))
      .map(({ id }) => id)
      .sort(byCodeUnit),
  }
}

type Listed = AuditReport['library']['skills'][number]

/** Reports hold no texts: a digest of the skill says whether it is another one. */
const alike = (a: Listed, b: Listed): boolean =>
  a.name === b.name && a.descriptionChars === b.descriptionChars && a.digest === b.digest

/**
 * The requests are the same, so that a skill has the same number both times. Its requests are one cluster: that each of
 * them counts with the mean of all changes neither the gain nor its error.
 */
function outcomeChanges(before: OutcomesReport, after: OutcomesReport): NonNullable<Compared['outcomes']> {
  const old = new Map(before.skills.map((skill) => [skill.id, skill]))
  const rows = after.skills.flatMap(({ id, n, right }) => {
    const was = old.get(id)?.right ?? 0
    return Array.from({ length: n }, () => ({ id, was: was / n, is: right / n }))
  })
  const { gain, p } = pairedGain(
    rows.map(({ was }) => was),
    rows.map(({ is }) => is),
    rows.map(({ id }) => id),
  )
  const earlier = new Map(before.routers.map(({ id, outcome }) => [id, outcome]))
  const routers = after.routers.flatMap(({ id, outcome }) => {
    const was = earlier.get(id)
    return was === undefined ? [] : [{ id, before: was, after: outcome }]
  })
  return { routers, gain, p }
}
