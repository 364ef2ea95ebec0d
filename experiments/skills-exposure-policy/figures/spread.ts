import {
  axis,
  categoryAxis,
  type Figure,
  fixed,
  intervalRule,
  type Layer,
  localRouters,
  panel,
  series,
} from '@lawbook/figures'
import { wordings } from '@lawbook/skill-requests'
import { choices } from '../choices.ts'
import { sources } from '../spread.ts'
import { jackknifed, requestsAsked } from './shared.ts'

const nameArm =
  'One of the four policies lists names alone, which requests were forbidden to use: the share of policy rests on that arm.'

/** Which part of the spread of accuracy is due to what. */
export const spread: Figure = {
  id: 'spread',
  title: 'What the spread of accuracy is made of',
  width: 'column',
  tables: ['spread', 'routers'],
  spec: ({ tables, theme }) => {
    const rows = tables.spread!.map((row) => ({ ...row, all: 'all' }))
    const x = axis({ field: 'share', title: 'share of the variance of accuracy (%)', domain: [0, 100] })
    const names = Object.fromEntries(
      sources.map((source) => [source, source.replaceAll(' x ', ' × ').replace('kin', 'router kin')]),
    )
    const y = categoryAxis({ field: 'source', title: null, names })
    const by = series({ field: 'all', names: { all: 'all' } })
    const bars: Layer = { mark: { type: 'bar', opacity: 0.45 }, encoding: { x, y } }
    return panel({
      width: theme.width - 60,
      height: 17 * sources.length,
      rows,
      layers: [bars, intervalRule({ x, y, lo: 'low', hi: 'high', by, along: 'x', weight: 'inner' })],
    })
  },
  caption: ({ tables }) => {
    const rows = tables.spread!
    const share = (source: string): string => fixed(rows.find((row) => row.source === source)?.share, 1)
    return {
      text: `Balanced analysis of variance of accuracy at N = ${choices.size} over the judged routers (one a kin), four exposure policies and two wordings, with the mean variance over drawn libraries beside it. Policy: ${share('policy')} %; wording: ${share('wording')} %; router kin: ${share('kin')} %; library draw: ${share('library draw')} %. Shares depend on which levels were put in: they describe this table, not agents in general. ${nameArm} ${localRouters}`,
      alt: `Bars: policy ${share('policy')} %, wording ${share('wording')} %, policy with wording ${share('policy x wording')} %, router kin ${share('kin')} %, library draw ${share('library draw')} %.`,
      n: wordings.map((wording) => `${requestsAsked(tables.routers!, wording)} ${wording}`).join(' and ') + ' requests',
      ...jackknifed,
    }
  },
}
