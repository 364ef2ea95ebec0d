import { fail } from '@lawbook/base'
import type { Row } from '@lawbook/schemas'
import type { Theme } from '../theme/theme.ts'
import { inkOf, type Series } from './series.ts'
import type { Layer, Position } from './types.ts'

/**
 * The name of each series beside the end of its line, in its colour, moved apart where ends are closer than a line of
 * text. `domain` and `height` are those of the panel's linear y axis: the layer computes where labels collide.
 */
export function endLabels(
  theme: Theme,
  options: {
    readonly x: Position
    readonly y: Position
    readonly by: Series
    readonly rows: readonly Row[]
    readonly height: number
  },
): Layer {
  const { x, y, by, rows, height } = options
  const [lo, hi] = domainOf(y)
  const ends = Object.keys(by.names)
    .map((key) => lastRow(rows, by.field, key, x.field, y.field))
    .filter((row) => row !== null)
  const perUnit = height / (hi - lo)
  const spread = moveApart(
    ends.map((row) => (Number(row[y.field]) - lo) * perUnit),
    theme.fontSize,
  )
  const labels = ends.map((row, i) => ({
    [by.field]: row[by.field] ?? null,
    [x.field]: Math.max(...ends.map((end) => Number(end[x.field]))),
    [y.field]: lo + spread[i]! / perUnit,
    label: by.names[String(row[by.field])]!,
  }))
  return {
    data: { values: labels },
    mark: { type: 'text', align: 'left', baseline: 'middle', dx: theme.fontSize * 0.7 },
    encoding: { x, y, text: { field: 'label' }, stroke: { value: null }, fill: inkOf(by) },
  }
}

/** The row of a series with the largest x that has a y. */
function lastRow(rows: readonly Row[], group: string, key: string, x: string, y: string): Row | null {
  const own = rows.filter((row) => row[group] === key && typeof row[y] === 'number' && typeof row[x] === 'number')
  return own.reduce<Row | null>((last, row) => (last === null || Number(row[x]) > Number(last[x]) ? row : last), null)
}

/**
 * Positions as close as possible to those given, in the same order, at least `gap` apart: neighbours that touch form a
 * block around the mean of what they wanted, and blocks that touch merge (isotonic regression of position − i·gap).
 */
export function moveApart(wanted: readonly number[], gap: number): number[] {
  const order = wanted.map((_, i) => i).sort((a, b) => wanted[a]! - wanted[b]! || a - b)
  const blocks: { sum: number; members: number[] }[] = []
  order.forEach((item, rank) => {
    let block = { sum: wanted[item]! - rank * gap, members: [item] }
    for (let last = blocks.at(-1); last !== undefined && mean(last) >= mean(block); last = blocks.at(-1)) {
      blocks.pop()
      block = { sum: last.sum + block.sum, members: [...last.members, ...block.members] }
    }
    blocks.push(block)
  })
  const moved = new Array<number>(wanted.length)
  let rank = 0
  for (const block of blocks) for (const item of block.members) moved[item] = mean(block) + rank++ * gap
  return moved
}

function mean({ sum, members }: { sum: number; members: number[] }): number {
  return sum / members.length
}

function domainOf(y: Position): [number, number] {
  const domain = (y.scale as { domain?: unknown } | undefined)?.domain
  if (Array.isArray(domain) && typeof domain[0] === 'number' && typeof domain[1] === 'number')
    return [domain[0], domain[1]]
  return fail('LB_FIGURE', `end labels need a y axis with a numeric domain; "${y.field}" has ${JSON.stringify(domain)}`)
}
