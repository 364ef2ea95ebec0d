import type { StoredResult } from '@lawbook/schemas'
import type { Output } from './output.ts'
import { count, sayNumber } from './say.ts'
import type { State } from './state.ts'

/** The books of every experiment: what was lost on the way, stage by stage, and the decisions that were made. */
export function printBooks(output: Output, results: ReadonlyMap<string, StoredResult | null>): void {
  let decisions = 0
  let stages = 0
  for (const [id, stored] of [...results].sort()) {
    if (stored === null) continue
    decisions += stored.result.decisions
    for (const { stage, planned, used, excluded, failed, missing } of stored.result.attrition) {
      stages += 1
      const lost = [
        ...excluded.map(({ reason, n }) => [n, reason] as const),
        [failed, 'failed'] as const,
        [missing, 'missing'] as const,
      ].filter(([n]) => n > 0)
      if (lost.length === 0) continue
      const losses = lost.map(([n, reason]) => `${sayNumber(n)} ${reason}`).join(', ')
      output.print(`  ${id}, ${stage}: ${sayNumber(planned)} planned, ${sayNumber(used)} used; ${losses}`)
    }
  }
  output.print(`books: ${count(stages, 'stage')}, all balanced; ${count(decisions, 'decision')} really made`)
}

/** The gate, and every reason why it fails. */
export function printGate(output: Output, { diff }: State): void {
  const { passed, reasons } = diff.gate
  const fresh = diff.claims.filter(({ changed }) => changed === 'new').length
  output.print(`gate: ${passed ? output.style('green', 'passed') : output.style('red', 'failed')}`)
  for (const reason of reasons) output.print(`  ${reason}`)
  if (fresh > 0) output.print(`  ${count(fresh, 'claim')} not accepted yet: \`repro accept --all --because "..."\``)
}

/** Seconds for people, from the start of the command. */
export function elapsed(): string {
  return `${(performance.now() / 1000).toFixed(1)} s`
}
