import { readPrinted } from '@lawbook/rounding'
import type { Row } from '@lawbook/schemas'
import { type Inputs, measuresOf } from './measures.ts'

/**
 * Planted papers: some numbers replaced by others. In `agreeing` the columns of tables and the counts agree with each
 * other, in `disagreeing` they do not; each of the others makes true what is otherwise false.
 */
export const worlds: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  agreeing: {
    'success-decentralized': '0.488',
    'efficiency-decentralized': '0.135',
    'success-hybrid': '0.477',
    'efficiency-hybrid': '0.078',
  },
  disagreeing: { 'turns-single': '9.2', 'mean-finance-single': '0.449', models: '8' },
  'workbench-collapse': { 'change-workbench-hybrid': '−66.6' },
  'failing-teams': { 'success-single': '0.966', 'success-independent': '0.415' },
  'matched-budget': {
    'per-thousand-independent': '53.8',
    'per-thousand-decentralized': '69.3',
    'per-thousand-centralized': '67.3',
    'per-thousand-hybrid': '65.7',
  },
  'overhead-budget': { 'per-thousand-hybrid': '10.6' },
  'slow-law': { 'law-exponent': '0.924', 'law-exponent-low': '0.885', 'law-exponent-high': '0.963' },
  'centred-interval': { 'mean-change-low': '−25.6', 'mean-change-high': '18.6' },
  'low-threshold': { 'threshold-standardized': '−0.129' },
  'helpful-efficiency': { 'tools-coefficient': '0.267' },
}

/** Every measure in every planted world, as the table `worlds`. */
export function worldRows(inputs: Inputs): Row[] {
  return Object.entries(worlds).flatMap(([world, replaced]) =>
    measuresOf(replace(inputs, replaced)).map(({ id, value, i90, i995 }) => ({
      world,
      replicate: 0,
      measure: id,
      value,
      lo90: i90?.[0] ?? null,
      hi90: i90?.[1] ?? null,
      lo995: i995?.[0] ?? null,
      hi995: i995?.[1] ?? null,
    })),
  )
}

function replace(inputs: Inputs, replaced: Readonly<Record<string, string>>): Inputs {
  return new Map(
    [...inputs].map(([symbol, input]) => {
      const digits = replaced[symbol]
      if (digits === undefined) return [symbol, input]
      return [symbol, readPrinted({ symbol, digits, precision: input.halfWidth === 0 ? 'exact' : 'rounded' })]
    }),
  )
}
