import { beside, type Figure, localRouters, series } from '@lawbook/figures'
import { choices } from '../choices.ts'
import { domainOf, forest, intended, jackknifed, lettered, requestsText, rowText } from './shared.ts'

const armNames: Readonly<Record<string, string>> = {
  authors: 'authors’ rules',
  ours: 'our steps',
  hub: 'hubs corrected',
  'ours+hub': 'our steps, hubs corrected',
}

/** The same steps here and in another library. */
export const elsewhere: Figure = {
  id: 'elsewhere',
  title: 'The same steps here and in another library',
  width: 'full',
  tables: ['elsewhere'],
  spec: ({ tables, theme }) => {
    const by = series({ field: 'library', names: { here: 'here', other: 'the other library' }, legend: true })
    const sizes = [...new Set(tables.elsewhere!.map(({ size }) => Number(size)))]
    const domain = domainOf(tables.elsewhere!, 2)
    return beside(
      ...sizes.map((size, k) =>
        forest({
          rows: tables
            .elsewhere!.filter((row) => row.size === size)
            .map((row) => ({ ...row, name: armNames[String(row.arm)]! })),
          names: Object.values(armNames),
          by,
          title: lettered(k, `N = ${size}`),
          xTitle: 'change (points)',
          domain,
          width: (theme.width - 130) / sizes.length - 16,
          rowHeight: 26,
          labels: k === 0,
        }),
      ),
    )
  },
  caption: ({ tables, measures }) => {
    const at = (library: string, arm: string): string =>
      rowText(
        tables.elsewhere!.find((row) => row.library === library && row.arm === arm && row.size === choices.elsewhere),
      )
    return {
      text: `Change in accuracy, in points, here and in the library of executable skills, asked with the steps of pipelines in two wordings: half of its families is read in one wording, all are tested in the other, both halves in turn. At N = ${choices.elsewhere} our steps change ${at('here', 'ours')} here and ${at('other', 'ours')} there; with hubs corrected ${at('here', 'ours+hub')} and ${at('other', 'ours+hub')}; the authors’ rules ${at('here', 'authors')} and ${at('other', 'authors')}. ${intended} ${localRouters}`,
      alt: `Forest plots at three sizes. At ${choices.elsewhere}: our steps ${at('here', 'ours')} here, ${at('other', 'ours')} in the other library.`,
      n: `${requestsText(measures['edits-gain'])} here, ${measures['kept-elsewhere']?.n ?? 0} there`,
      ...jackknifed,
      resampled: 'packages of the right skills here, families of skills there; routers are held fixed',
    }
  },
}
