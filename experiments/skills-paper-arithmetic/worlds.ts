import type { StreamFactory } from '@lawbook/base'
import { readPrinted } from '@lawbook/rounding'
import type { Row } from '@lawbook/schemas'
import { type Inputs, measuresOf, type R2Choices } from './measures.ts'

/**
 * Planted papers: some numbers replaced by others with as many digits. In `agreeing` every pair of numbers that can
 * agree does; in `disagreeing` none does; the others plant what a single claim needs.
 */
export const worlds: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  agreeing: { 'gamma-intercept': '1.13', 'audit-tight': '−15.9' },
  disagreeing: {
    'gamma-intercept': '1.00',
    loss: '0.095',
    repair: '0.040',
    'audit-loose': '4.1',
    trials: '6',
    'audit-models': '12',
    drag: '0.0950',
    tow: '0.050',
    'accuracy-after': '81.7',
    'hijack-before': '32.4',
  },
  'steep-law': { a: '1.200', b: '0.150' },
  'negative-repair': { repair: '-0.008' },
  'small-gap-synergy': { drag: '-0.0150', 'drag-slope': '0.01' },
}

/** Every measure in every planted world, as the table `worlds`. */
export function worldRows(inputs: Inputs, choices: R2Choices, stream: StreamFactory): Row[] {
  return Object.entries(worlds).flatMap(([world, replaced]) =>
    measuresOf(replace(inputs, replaced), choices, stream).map(({ id, value, i90, i995 }) => ({
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
