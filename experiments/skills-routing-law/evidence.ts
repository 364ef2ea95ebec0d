import { fail } from '@lawbook/base'
import type { Row } from '@lawbook/schemas'
import type { RoutingChoices } from './choices.ts'
import { type Decisions, isDecided, readDecisions } from './decisions.ts'
import { readSamples, type Samples } from './samples.ts'
import { readSkills, type SkillFacts } from './skillFacts.ts'

/** What the committed rows say of a router. */
export type RouterRow = { readonly id: string; readonly title: string; readonly short: string; readonly kin: string }

/** The committed evidence, read once. */
export type Observed = Decisions &
  SkillFacts &
  Samples & {
    /** Those with exact curves, in the order in which they were asked. */
    readonly routers: readonly RouterRow[]
    /** Those that were shown their candidates, in drawn libraries only. */
    readonly listwise: readonly RouterRow[]
    /** All rows of one table; LB_DATA_MISSING where there is no such table. */
    table(id: string): readonly Row[]
  }

/** Read the evidence, of the routers that `choices` names. */
export function readEvidence(evidence: Readonly<Record<string, readonly Row[]>>, choices: RoutingChoices): Observed {
  const table = (id: string): readonly Row[] =>
    evidence[id] ??
    fail('LB_DATA_MISSING', `the evidence lacks the table ${id}; it has ${Object.keys(evidence).join(', ')}`)
  const named = table('routers')
    .map(({ id, title, short, kin }) => ({
      id: String(id),
      title: String(title),
      short: String(short),
      kin: String(kin),
    }))
    .filter(({ id }) => choices.routers.includes(id))
  const decided = ({ id }: RouterRow): boolean => isDecided(id, table('decisions'))
  const sizes = [...new Set([...choices.ladder, ...choices.shown, ...choices.heldOut])].sort((a, b) => a - b)
  const facts = { ...readDecisions(table('decisions')), ...readSkills(table('skills')) }
  return {
    ...facts,
    ...readSamples(facts, table, { sizes, ladder: choices.ladder }),
    routers: named.filter(decided),
    listwise: named.filter((router) => !decided(router)),
    table,
  }
}
