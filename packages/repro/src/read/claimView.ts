import { type Power, power, type Registry, type Robustness, robustness } from '@lawbook/claims'
import type { Claim, DiffClaim, FitRecord, Ledger, LockEntry, Measure, Paper } from '@lawbook/schemas'
import { sayRule } from '../show/rule.ts'
import type { Docket } from './docket.ts'
import { type Lineage, readLineage } from './lineage.ts'
import type { DrawnFigure, Standing } from './standing.ts'

/** One claim with everything that a reader needs in order to trust its verdict or not. */
export type ClaimView = {
  readonly claim: Registry['claims'][number]
  readonly paper: Paper
  /** The verdict, as `repro diff` gives it. */
  readonly judged: DiffClaim
  /** What the verdict demands, in words. */
  readonly rule: string
  readonly measure: Measure | null
  readonly robustness: Robustness
  readonly power: Power | null
  /** The accepted line; `firstRule` in it means that the rule was changed after the first result. */
  readonly accepted: LockEntry | null
  readonly cannotSay: readonly string[]
  readonly attrition: readonly Ledger[]
  /** All fits of its experiment. */
  readonly fits: readonly FitRecord[]
  readonly status: Standing['status']
  readonly figure: DrawnFigure | null
  /** All figures of its experiment. */
  readonly figures: readonly DrawnFigure[]
  readonly lineage: Lineage
}

/** The views of claims that are still in the registry, in the order of the diff. */
export async function viewClaims(docket: Docket, chosen: (claim: DiffClaim) => boolean): Promise<ClaimView[]> {
  const { registry, standings } = docket
  const ids = new Set(registry.claims.map(({ id }) => id))
  const judged = docket.diff.claims.filter((claim) => ids.has(claim.id) && chosen(claim))
  const lineages = new Map<string, Lineage>()
  for (const { id, datasets } of registry.experiments)
    if (judged.some(({ experiment }) => experiment === id))
      lineages.set(id, await readLineage(registry.root, standings.get(id)!, datasets))
  return judged.map((claim) => viewClaim(docket, claim, lineages.get(claim.experiment)!))
}

/** Put together what the docket knows of one claim. */
function viewClaim(docket: Docket, judged: DiffClaim, lineage: Lineage): ClaimView {
  const claim = docket.registry.claims.find(({ id }) => id === judged.id)!
  const paper = docket.registry.papers.get(claim.paper)!
  const standing = docket.standings.get(claim.experiment)!
  const result = standing.stored?.result
  const measure = result?.measures.find(({ id }) => id === claim.measure) ?? null
  const worlds = standing.stored?.tables.worlds ?? []
  return {
    claim,
    paper,
    judged,
    rule: sayRule(claim, judged.expected, measure),
    measure,
    robustness: robustness({ claim, measure, fidelity: result?.fidelity ?? 'full' }),
    power: measure === null ? null : power(claim, worlds),
    accepted: docket.lock.claims.find(({ id }) => id === claim.id) ?? null,
    cannotSay: cannotSay(claim, paper, measure),
    attrition: result?.attrition ?? [],
    fits: result?.fits ?? [],
    status: standing.status,
    figure: standing.figures.find(({ id }) => judged.figure?.endsWith(`/${id}.svg`)) ?? null,
    figures: standing.figures,
    lineage,
  }
}

/** What a verdict on this claim must not be read as, from the record itself. */
function cannotSay(claim: Claim, paper: Paper, measure: Measure | null): string[] {
  const limits: string[] = []
  if (claim.comparability === 'form-only')
    limits.push('It says nothing about the paper’s own study: other systems and other data were used.')
  if (claim.comparability === 'same-protocol')
    limits.push(
      claim.source === 'secondary'
        ? 'The sentence names no protocol of its own: it is tried on systems and tasks that other people chose.'
        : 'It says nothing about the paper’s own data: the protocol is the same, the data are not.',
    )
  if (measure?.evidence === 'arithmetic')
    limits.push('It says whether printed numbers agree with each other, not whether they are true of the world.')
  if (measure?.evidence === 'synthetic') limits.push('Its rows are synthetic: they test the method and no claim.')
  if (claim.source !== 'paper')
    limits.push(
      `The sentence judged is from ${claim.source === 'authors' ? 'the authors’ code or blog, which the paper may not repeat' : 'a secondary source'}; trust ${claim.trust}.`,
    )
  else if (claim.trust !== 'high')
    limits.push(`The paper’s sentence was read at second hand; trust ${claim.trust}. ${paper.reading}`)
  if (claim.seen) limits.push('The line was drawn after the outcome was known: it illustrates, it does not predict.')
  return limits
}
