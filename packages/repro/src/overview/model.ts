import { byCodeUnit } from '@lawbook/base'
import { countsText, groupClaims, type RegisteredClaim, sizeComparable } from '@lawbook/claims'
import type { DiffClaim, EvidenceKind, Paper, Verdict } from '@lawbook/schemas'
import { capital, marked, sayInterval, sayNumber, sayUnit } from '../say.ts'
import type { State } from '../state.ts'
import { type Strip, stripOf } from './strip.ts'

/** One claim of the page. */
export type OverviewRow = {
  readonly id: string
  readonly ref: string
  readonly statement: string
  readonly verdict: Verdict
  /** Null together: there is nothing to draw, and `why` stands in their place. */
  readonly strip: Strip | null
  readonly estimate: string | null
  readonly why: string
  readonly evidence: EvidenceKind | null
  /** Power and recognition of the rule in planted worlds, in words. */
  readonly power: readonly string[]
  readonly decides: string
  /** The line was drawn after the outcome was known. */
  readonly seen: boolean
}

/** Claims that may be counted together, with the counts of their verdicts. */
export type OverviewGroup = { readonly title: string; readonly counts: string; readonly rows: readonly OverviewRow[] }

/** The state of the evidence on one paper: all that its page shows, and nothing else. */
export type Overview = {
  readonly figure: string
  readonly paper: string
  readonly title: string
  readonly experiments: readonly string[]
  readonly groups: readonly OverviewGroup[]
}

/** The name of a paper's page among the figures of `figures/overview`. */
export function overviewFigure(paper: string): string {
  return `state-of-the-evidence-${paper}`
}

/** The papers with claims whose experiments all have a result, in the order of papers.json: those with a page. */
export function overviewPapers({ registry, results }: State): Paper[] {
  return [...registry.papers.values()].filter(({ id }) => {
    const own = registry.claims.filter(({ paper }) => paper === id)
    return own.length > 0 && own.every(({ experiment }) => (results.get(experiment) ?? null) !== null)
  })
}

/** What the page of a paper shows: its claims group by group, inside a group by their number in the notes. */
export function overviewOf(state: State, paper: Paper): Overview {
  const records = new Map(state.registry.claims.map((claim) => [claim.id, claim]))
  const own = state.diff.claims.filter((claim) => claim.paper === paper.id && records.has(claim.id))
  const groups = groupClaims({ ...state.diff, claims: own }).map(({ title, claims }) => ({
    title: capital(title),
    counts: countsText(claims),
    rows: [...claims].sort(byRef).map((judged) => rowOf(state, judged, records.get(judged.id)!)),
  }))
  const experiments = [...new Set(own.map(({ experiment }) => experiment))].sort(byCodeUnit)
  return { figure: overviewFigure(paper.id), paper: paper.id, title: paper.title, experiments, groups }
}

function rowOf({ results }: State, judged: DiffClaim, record: RegisteredClaim): OverviewRow {
  const { id, ref, statement, verdict, why, expected } = judged
  const found = results.get(record.experiment)?.result.measures.find((one) => one.id === record.measure) ?? null
  const tested = verdict === 'not-testable' ? null : found
  const strip = tested === null ? null : stripOf(expected, sizeComparable(record, tested.evidence), tested)
  return {
    id,
    ref,
    statement,
    verdict,
    strip,
    estimate: strip === null ? null : sayEstimate(strip, expected.unit),
    why,
    evidence: tested?.evidence ?? null,
    power: powerWords(judged),
    decides: record.decides,
    seen: record.seen,
  }
}

function sayEstimate({ value, inner: [lo, hi] }: Strip, unit: string): string {
  return `${sayNumber(short(value))}${sayUnit(unit)} ${sayInterval([short(lo), short(hi)])}`
}

/** Three significant digits; a count stays as it is. */
function short(x: number): number {
  return Number.isInteger(x) ? x : Number(x.toPrecision(3))
}

function powerWords({ measure }: DiffClaim): string[] {
  const { power = null, recognised = null } = measure ?? {}
  if (power === null && recognised === null) return ['no planted world']
  return [`power ${marked(power)}`, `recognised ${marked(recognised)}`]
}

/** H2 before H10, A1a before A1b: pieces of digits by their number, all others by code unit. */
function byRef(a: DiffClaim, b: DiffClaim): number {
  const [left, right] = [a.ref, b.ref].map((ref) => ref.split(/(\d+)/)) as [string[], string[]]
  for (const [i, piece] of left.entries()) {
    const other = right[i] ?? ''
    const order = i % 2 === 1 && other !== '' ? Number(piece) - Number(other) : byCodeUnit(piece, other)
    if (order !== 0) return order
  }
  return left.length - right.length
}
