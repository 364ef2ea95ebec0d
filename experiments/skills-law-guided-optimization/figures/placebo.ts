import { type Figure, localRouters, series } from '@lawbook/figures'
import type { Row } from '@lawbook/schemas'
import { choices } from '../choices.ts'
import { domainOf, forest, intended, jackknifed, optimiserNames, requestsText, rowText } from './shared.ts'

const arms = [
  { arm: 'authors', optimiser: 'authors', kind: 'real' },
  { arm: 'authors placebo', optimiser: 'authors', kind: 'placebo' },
  { arm: 'authors less placebo', optimiser: 'authors', kind: 'difference' },
  { arm: 'ours', optimiser: 'ours', kind: 'real' },
  { arm: 'ours placebo', optimiser: 'ours', kind: 'placebo' },
  { arm: 'ours less placebo', optimiser: 'ours', kind: 'difference' },
] as const

function rowsOf(effects: readonly Row[]): Row[] {
  return arms.flatMap(({ arm, optimiser, kind }) =>
    effects
      .filter((row) => row.arm === arm && row.outcome === 'right, random libraries')
      .map((row) => ({ ...row, name: optimiserNames[optimiser], kind })),
  )
}

/** Edits against the same edits with other skills' words. */
export const placebo: Figure = {
  id: 'placebo',
  title: 'Edits against the same amount of other words and random removals',
  width: 'full',
  tables: ['effects'],
  spec: ({ tables, theme }) => {
    const rows = rowsOf(tables.effects!)
    return forest({
      rows,
      names: Object.values(optimiserNames),
      by: series({
        field: 'kind',
        names: { real: 'real', placebo: 'placebo', difference: 'difference' },
        legend: true,
      }),
      title: '',
      xTitle: 'change in accuracy (points)',
      domain: domainOf(rows, 2),
      width: theme.width - 110,
      rowHeight: 44,
    })
  },
  caption: ({ tables, measures }) => {
    const of = (arm: string): string => rowText(rowsOf(tables.effects!).find((row) => row.arm === arm))
    return {
      text: `Change in accuracy among ${choices.size} skills, in points. In a placebo the words that were added to a listing are those added to another one, of about the same length, and as many random skills go as went without an heir; words that were taken out, and merges of skills that do the same work, stay (mean of ${choices.placebos} draws). Authors’ rules ${of('authors')}, placebo ${of('authors placebo')}; our steps ${of('ours')}, placebo ${of('ours placebo')}, difference ${of('ours less placebo')}. ${intended} ${localRouters}`,
      alt: `Forest plot. Authors’ rules ${of('authors')} against a placebo of ${of('authors placebo')}; our steps ${of('ours')} against ${of('ours placebo')}.`,
      n: requestsText(measures.gain),
      ...jackknifed,
    }
  },
}
