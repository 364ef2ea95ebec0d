import { sayCount, sayWhole } from '../../counted.ts'
import type { AuditReport, Outcome } from '../../report.ts'
import { type Block, line, type Section, type Table } from '../block.ts'
import { sayShare, visible } from '../say.ts'

/** What became of the requests, router by router: never one accuracy without misses and false fires beside it. */
export function outcomesSection({ outcomes }: AuditReport): Section | null {
  if (outcomes === null) return null
  const rows = outcomes.routers.map(({ id, outcome }) => ({ name: visible(id), outcome }))
  const notes: Block[] = outcomes.notes.map((note) => line(visible(note)))
  return {
    id: 'outcomes',
    title: `What became of ${sayCount(outcomes.requests, 'request')} of ${visible(outcomes.source)}`,
    blocks: [
      outcomeTable('router', rows),
      line('shares with 90 % intervals; false fires: of requests no skill is meant for'),
      ...notes,
    ],
  }
}

/** Outcomes side by side. `n`: requests that a skill is meant for, and those that none is meant for. */
export function outcomeTable(
  what: string,
  rows: readonly { readonly name: string; readonly outcome: Outcome }[],
): Table {
  return {
    kind: 'table',
    head: [what, 'n', 'right', 'acceptable', 'wrong skill', 'missed', 'false fires'],
    right: [1, 2, 3, 4, 5, 6],
    rows: rows.map(({ name, outcome: { right, acceptable, wrong, missed, firedForNothing } }) => [
      name,
      firedForNothing === null ? sayWhole(right.n) : `${sayWhole(right.n)} + ${sayWhole(firedForNothing.n)}`,
      ...[right, acceptable, wrong, missed, firedForNothing].map(sayShare),
    ]),
  }
}
