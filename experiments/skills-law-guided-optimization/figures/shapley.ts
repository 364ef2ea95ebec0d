import { type Figure, localRouters, series } from '@lawbook/figures'
import type { Row } from '@lawbook/schemas'
import { choices } from '../choices.ts'
import { byStep, domainOf, forest, intended, jackknifed, requestsText, rowText, stepNames } from './shared.ts'

/** What is printed of the contribution of single steps: boundary rewriting and abstract removal. */
function printedRows(claims: Readonly<Record<string, { readonly number: unknown } | undefined>>): Row[] {
  const of = (id: string, place: number): Row[] => {
    const number = claims[id]?.number
    return typeof number === 'string'
      ? [{ contribution: 'printed', name: stepNames.authors[place]!, value: Number(number) }]
      : []
  }
  return [...of('skill-laws/boundary-rewriting-share', 1), ...of('skill-laws/abstract-removal-share', 2)]
}

/** The authors' steps: Shapley's share, alone, last, and what is printed of them. */
export const shapley: Figure = {
  id: 'shapley',
  title: 'Contributions of the authors’ steps, three ways, and as printed',
  width: 'full',
  tables: ['steps'],
  spec: ({ tables, claims, theme }) => {
    const known = ['right', 'right, alone', 'right, last'].flatMap((outcome) =>
      byStep(tables.steps!, 'authors', outcome)
        .filter(({ name }) => name !== 'all four')
        .map((row) => ({ ...row, contribution: outcome })),
    )
    const rows = [...known, ...printedRows(claims)]
    const by = series({
      field: 'contribution',
      names: { right: 'Shapley’s share', 'right, alone': 'alone', 'right, last': 'last of four', printed: 'printed' },
      legend: true,
    })
    return forest({
      rows,
      names: stepNames.authors,
      by,
      title: '',
      xTitle: 'change in accuracy (points)',
      domain: domainOf(rows, 5),
      width: theme.width - 130,
      rowHeight: 40,
    })
  },
  caption: ({ tables, measures }) => {
    const each = (outcome: string): string =>
      byStep(tables.steps!, 'authors', outcome)
        .filter(({ name }) => name !== 'all four')
        .map((row) => `${row.name} ${rowText(row)}`)
        .join(', ')
    return {
      text: `What each step of the authors’ rules changes in accuracy among ${choices.size} skills, in points. Shapley’s share, the mean over all orders of joining: ${each('right')}. The step alone: ${each('right, alone')}. The step last, after the three others: ${each('right, last')}. Printed are +12.8 for boundary rewriting and +4.9 for abstract removal, in a note on the paper; its contrast is not known. ${intended} ${localRouters}`,
      alt: `Forest plot of four steps. Shapley’s shares: ${each('right')}.`,
      n: requestsText(measures.gain),
      ...jackknifed,
    }
  },
}
