import { fail } from '@lawbook/base'
import type { Cell, Row } from '@lawbook/schemas'
import type { Wording } from '@lawbook/skill-requests'
import { type Eligibility, eligibility } from '@lawbook/sweeps'
import type { GeometryChoices } from './choices.ts'
import { poolIds } from './pools.ts'
import type { Study } from './study.ts'

export type Tables = Readonly<Record<string, readonly Row[]>>
export type RouterRow = { readonly id: string; readonly title: string; readonly short: string; readonly kin: string }

/** One evidence table, or LB_DATA_MISSING. */
export function tableOf(evidence: Tables, id: string): readonly Row[] {
  return (
    evidence[id] ??
    fail('LB_DATA_MISSING', `the evidence lacks the table ${id}; it has ${Object.keys(evidence).join(', ')}`)
  )
}

/**
 * Which routers are judged (`eligibility`), one a kin, by calibration accuracy among the skills: rows with `at.N` and
 * then also with `judged` and `reason`.
 */
export function decideWhoIsJudged(rows: readonly Row[], choices: GeometryChoices): Row[] {
  const known = new Map(rows.map((row) => [String(row.id), row]))
  return eligibility({
    routers: rows.map(routerOf),
    curveOf: (id) => (size) => numberOr(known.get(id)?.[`at.${size}`], Number.NaN),
    thresholds: choices.eligible,
  }).map(({ id, eligible, reason }) => ({ ...known.get(id), judged: eligible, reason }))
}

/** The routers that were asked, and who of them is judged. */
export function routersIn(evidence: Tables, choices: GeometryChoices): Eligibility<RouterRow>[] {
  return tableOf(evidence, 'routers').map((row) => ({
    ...routerOf(row),
    eligible: row.judged === true,
    reason: String(row.reason),
    calibration: choices.eligible.map(({ size }) => numberOr(row[`at.${size}`], Number.NaN)),
  }))
}

function routerOf({ id, title, short, kin }: Row): RouterRow {
  return { id: String(id), title: String(title), short: String(short), kin: String(kin) }
}

function numberOr(cell: Cell | undefined, missing: number): number {
  return typeof cell === 'number' ? cell : missing
}

/** The packages in the order of the evidence. */
export function packagesIn(evidence: Tables): string[] {
  return tableOf(evidence, 'packages').map((row) => String(row.package))
}

/**
 * The study of some routers on one wording. `learnedFrom` is the wording that kernels learn from; requests of the
 * judged wording are those of the judged half.
 */
export function studyOf(
  evidence: Tables,
  routers: readonly RouterRow[],
  wording: Wording,
  learnedFrom: Wording = wording,
): Study {
  const index = new Map(packagesIn(evidence).map((name, g) => [name, g]))
  const packageOf = (row: Row): number => index.get(String(row.package))!
  const judged = tableOf(evidence, 'geometry').filter((row) => row[wording] === true)
  const bins = tableOf(evidence, 'bins').length + 1
  const columns = poolIds.flatMap((id) => Array.from({ length: bins }, (_, k) => `${id}.${k}`))
  const bin = Array.from({ length: bins }, (_, k) => k)
  const learned = tableOf(evidence, 'training').filter((row) => row[learnedFrom] === true)
  const outcomes = tableOf(evidence, 'outcomes')
  return {
    pools: poolIds.length,
    bins,
    foldOf: Int32Array.from(tableOf(evidence, 'packages'), ({ fold }) => Number(fold)),
    learned: Int32Array.from(learned, packageOf),
    judged: Int32Array.from(judged, packageOf),
    counts: Float64Array.from(judged.flatMap((row) => columns.map((column) => Number(row[column])))),
    routers: routers.map(({ id, short, kin }) => {
      const cell = (row: Row, k: number) => row[`${id}.${learnedFrom}.${k}`] ?? null
      const observed = new Float64Array(index.size * poolIds.length)
      for (const row of outcomes)
        if (row.router === id && row.wording === wording && row.half === 'test')
          observed.set(
            poolIds.map((pool) => Number(row[pool])),
            packageOf(row) * poolIds.length,
          )
      return {
        id,
        short,
        kin,
        observed,
        training: {
          bins,
          counts: Float64Array.from(learned.flatMap((row) => bin.map((k) => Number(row[`n.${k}`])))),
          beats: Float64Array.from(learned.flatMap((row) => bin.map((k) => Number(cell(row, k) ?? 0)))),
          matched: Uint8Array.from(learned, (row) => (cell(row, 0) === null ? 0 : 1)),
        },
      }
    }),
  }
}
