import { relative } from 'node:path'
import { groupClaims } from '@lawbook/claims'
import type { DiffClaim } from '@lawbook/schemas'
import { powerHead, powerText, sayInterval, sayNumber, sayUnit } from '../say.ts'
import type { State } from '../state.ts'
import { type Blocks, cell, table } from './blocks.ts'

/** The generated blocks of an experiment's README. */
export function experimentBlocks(state: State, id: string): Blocks {
  return { claims: () => claimsBlock(state, id), measures: () => measuresBlock(state, id) }
}

/** The experiment's claims: printed, recomputed, verdict, figure; one table a comparability. */
function claimsBlock({ diff }: State, id: string): string {
  const own = diff.claims.filter(({ experiment }) => experiment === id)
  const groups = groupClaims({ ...diff, claims: own }).map(({ title, claims }) => {
    const head = ['claim', 'printed', 'recomputed [90 %]', 'verdict', powerHead, 'figure']
    return `**${title}**\n\n${table(
      head,
      claims.map((claim) => claimRow(claim, id)),
    )}`
  })
  return groups.join('\n\n')
}

function claimRow(claim: DiffClaim, id: string): string[] {
  const { measure, figure } = claim
  return [
    `\`${claim.id}\``,
    cell(claim.printed),
    recomputed(claim),
    claim.verdict,
    powerText(measure),
    figure === null ? '–' : `[${figureName(figure)}](${relative(`experiments/${id}`, figure).replaceAll('\\', '/')})`,
  ]
}

function recomputed({ measure }: DiffClaim): string {
  if (measure === null || measure.value === null) return '–'
  const interval = measure.low === null || measure.high === null ? '' : ` ${sayInterval([measure.low, measure.high])}`
  return cell(`${sayNumber(measure.value)}${sayUnit(measure.unit)}${interval}`)
}

function figureName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.svg$/, '')
}

/** Every measure of the experiment, judged or not. */
function measuresBlock({ results }: State, id: string): string {
  const stored = results.get(id)
  if (stored === undefined || stored === null) return 'No result yet.'
  const rows = stored.result.measures.map(({ title, value, i90, unit, n, evidence, resampled, reason }) => [
    cell(title),
    value === null ? cell(`missing: ${reason ?? 'no reason given'}`) : cell(`${sayNumber(value)}${sayUnit(unit)}`),
    cell(sayInterval((i90 ?? null) as [number, number] | null)),
    sayNumber(n),
    evidence,
    cell(resampled),
  ])
  return table(['measure', 'value', '90 % interval', 'n', 'evidence', 'resampled'], rows)
}
