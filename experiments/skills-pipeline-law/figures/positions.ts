import {
  axis,
  band,
  beside,
  type Figure,
  fixed,
  line,
  listNames,
  type Panel,
  panel,
  panelLetter,
  points,
  series,
} from '@lawbook/figures'
import { choices } from '../choices.ts'
import { armNames, channel, judgedNames, plansAsked } from './words.ts'

const arms = ['plan', 'permuted', 'alone'] as const

/** Accuracy of each step by its position in long plans. */
export const positions: Figure = {
  id: 'position-profile',
  title: 'Accuracy of a step by its place in the plan',
  width: 'full',
  tables: ['profile', 'gammas'],
  spec: ({ tables, theme }) => {
    const rows = tables.profile!
    const names = Object.fromEntries(arms.map((arm) => [arm, armNames[arm]]))
    const by = series({ field: 'arm', names, legend: true })
    const lengths = choices.lengths.filter((length) => rows.some((row) => row.length === length))
    const column = (length: number, k: number): Panel => {
      const own = rows.filter((row) => row.length === length)
      const x = axis({
        field: 'position',
        title: 'step',
        domain: [0.7, length + 0.3],
        ticks: Array.from({ length }, (_, i) => i + 1),
        format: 'd',
      })
      const y = axis({
        field: 'right',
        title: k === 0 ? 'accuracy of the step' : null,
        domain: [0, 0.8],
        format: '.0%',
      })
      return panel({
        width: theme.width / 2 - 26,
        height: 120,
        title: `${panelLetter(k)} plans of ${length} steps`,
        layers: [
          band({ x, y, lo: 'low', hi: 'high', by, rows: own.filter(({ arm }) => arm === 'plan') }),
          line({ x, y, by, rows: own }),
          points({ x, y, by, rows: own }),
        ],
      })
    }
    return beside(...lengths.map(column))
  },
  caption: ({ tables, measures }) => {
    const shape = measures['u-shape']
    const alone = shape?.alternatives?.find(({ option }) => option.startsWith('steps asked alone'))
    const end = (which: string): string => {
      const part = shape?.parts?.find(({ label }) => label.startsWith(which))
      return `${fixed(part?.value ?? null, 1)} points${part?.i90 == null ? '' : ` (${fixed(part.i90[0], 1)} to ${fixed(part.i90[1], 1)})`}`
    }
    const names = judgedNames(tables.gammas!)
    const moved = listNames(
      (measures['listing-order']?.parts ?? []).map(({ label, value }) => `${fixed(value, 1)} points (${names[label]})`),
    )
    return {
      text: `Exact accuracy of each step at N = ${choices.size}, mean over plans and judged routers. Band: where a step shown the plan would lie if each plan’s steps stood in random order, place by place (not for all places together). Shown the plan, the first step lies ${end('first')} above the steps between, the last ${end('last')}: a U needs both above zero. Of the same steps asked alone, where the place can do nothing, the smaller of both is ${fixed(alone?.value ?? null, 1)}; in random order it is as large as in the plan in ${fixed(measures['position-p']?.value ?? null, 2)} of orders. The other order of the plan’s lines moves a step by ${moved}. ${channel}`,
      alt: `Accuracy by step. ${choices.lengths
        .filter((length) => length >= choices.middleFrom)
        .map(
          (length) =>
            `Plans of ${length} steps, shown the plan: ${tables
              .profile!.filter((row) => row.arm === 'plan' && row.length === length)
              .map(({ right }) => fixed(100 * Number(right), 0))
              .join(', ')} %`,
        )
        .join('; ')}.`,
      n: plansAsked(shape, tables.gammas!),
      interval: 'band: 1.645 standard deviations of the mean over random orders; in the text: jackknife',
      level: '90 %',
      resampled: 'band: positions within plans; in the text: plans and kins of routers, the farther limit',
    }
  },
}
