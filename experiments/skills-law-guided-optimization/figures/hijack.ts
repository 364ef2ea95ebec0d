import { beside, type Figure, localRouters, series } from '@lawbook/figures'
import { choices } from '../choices.ts'
import { byStep, domainOf, forest, intended, jackknifed, lettered, requestsText, rowText, stepNames } from './shared.ts'

const definitions = { wrong: 'wrong and in the library', captured: 'captured by a black hole' } as const

/** Both readings of hijack, by step, for the authors' rules and for ours. */
export const hijack: Figure = {
  id: 'hijack',
  title: 'What each step changes in hijacks, two readings of the word',
  width: 'full',
  tables: ['steps'],
  spec: ({ tables, theme }) => {
    const by = series({ field: 'outcome', names: definitions, legend: true })
    return beside(
      ...(['authors', 'ours'] as const).map((optimiser, k) => {
        const rows = (['wrong', 'captured'] as const).flatMap((outcome) => byStep(tables.steps!, optimiser, outcome))
        return forest({
          rows,
          names: [...stepNames[optimiser], 'all four'],
          by,
          title: lettered(k, optimiser === 'authors' ? 'authors’ rules' : 'our steps'),
          xTitle: 'change in share (points)',
          domain: domainOf(rows, 2),
          width: theme.width / 2 - 90,
          rowHeight: 26,
        })
      }),
    )
  },
  caption: ({ tables, measures }) => {
    const total = (optimiser: 'authors' | 'ours', outcome: string): string =>
      rowText(byStep(tables.steps!, optimiser, outcome).at(-1))
    return {
      text: `Shapley’s shares in what four steps change in hijacks, in points; below zero is better. Wrong and in the library: a wrong skill is chosen among ${choices.size}; authors’ rules ${total('authors', 'wrong')}, ours ${total('ours', 'wrong')}. Captured: in the whole library, a skill is chosen that was a black hole before any edit, more wrong picks on calibration requests than chance gives any, from three domains or more; test half only; authors’ rules ${total('authors', 'captured')}, ours ${total('ours', 'captured')}. The paper prints 22.4 % to 4.1 %. A request for which nothing is chosen is no hijack. ${intended} ${localRouters}`,
      alt: `Two forest plots of four steps and their sum. Wrong skill chosen: authors’ rules ${total('authors', 'wrong')}, ours ${total('ours', 'wrong')}; captured by a black hole: ${total('authors', 'captured')} and ${total('ours', 'captured')}.`,
      n: `${requestsText(measures.hijack)}, ${measures.capture?.n ?? 0} of them for captures`,
      ...jackknifed,
    }
  },
}
