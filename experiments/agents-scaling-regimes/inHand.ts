import type { Row } from '@lawbook/schemas'
import { groupBy } from './rows.ts'

/**
 * Truncated runs of one model, as the evidence table `levels` has them: success and, by spend, mean spend if every run is
 * cut off at a limit (`axis` steps or spend), and without a limit (`axis` end).
 */
export type Level = {
  readonly model: string
  readonly axis: 'steps' | 'spend' | 'end'
  readonly limit: number | null
  readonly success: number
  readonly used: number | null
}

/**
 * Curves of what is in hand: share of the final success against share of the final mean spend. They cannot fall, and
 * end at 1 by construction, since runs are only cut off.
 */
export function inHandRows(levels: readonly Level[]): Row[] {
  return [...groupBy(levels, ({ model }) => model)].flatMap(([model, own]) => {
    const end = own.find(({ axis }) => axis === 'end')!
    return own
      .filter(({ axis }) => axis === 'spend')
      .map(({ used, success }): Row => ({ model, spend_share: used! / end.used!, score_share: success / end.success }))
  })
}

/** The share of the final score at half the final mean spend, model by model, straight between neighbouring limits. */
export function halfSpendShares(rows: readonly Row[]): { model: string; share: number }[] {
  return [...groupBy(rows, ({ model }) => String(model))].flatMap(([model, own]) => {
    const points = own
      .map((row) => ({ x: Number(row.spend_share), y: Number(row.score_share) }))
      .sort((a, b) => a.x - b.x)
    const above = points.findIndex(({ x }) => x >= 0.5)
    if (above < 1) return []
    const [a, b] = [points[above - 1]!, points[above]!]
    return [{ model, share: a.y + ((0.5 - a.x) / (b.x - a.x)) * (b.y - a.y) }]
  })
}

/** The share of the final score if runs are cut off at a number of steps, over models: smallest, median, largest. */
export function stepRows(levels: readonly Level[], median: (values: readonly number[]) => number): Row[] {
  const ends = new Map(levels.filter(({ axis }) => axis === 'end').map(({ model, success }) => [model, success]))
  const steps = levels.filter(({ axis }) => axis === 'steps')
  return [...groupBy(steps, ({ limit }) => String(limit)).values()].map((own) => {
    const shares = own.map(({ model, success }) => success / ends.get(model)!)
    return {
      steps: own[0]!.limit,
      models: own.length,
      smallest: Math.min(...shares),
      median: median(shares),
      largest: Math.max(...shares),
    }
  })
}
