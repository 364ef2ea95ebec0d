import type { Quantity, Study } from './study.ts'

/**
 * For each router the third of the cells given in which a chance is lowest, ties at the line in. Pairs chosen on a number
 * and judged by the same number come out higher in any other, for no other reason: this is here to print how much.
 */
export function lowestThird(
  { routers, pairs, chances }: Study,
  quantity: Quantity,
  size: number,
  among: Uint8Array,
): Uint8Array {
  const column = chances(quantity, size)
  const chosen = new Uint8Array(column.length)
  for (const r of routers.keys()) {
    const cells = [...pairs.keys()].map((i) => r * pairs.length + i).filter((cell) => among[cell] === 1)
    const sorted = Float64Array.from(cells, (cell) => column[cell]!).sort()
    const line = sorted[Math.max(0, Math.ceil(sorted.length / 3) - 1)]!
    for (const cell of cells) if (column[cell]! <= line + 1e-9) chosen[cell] = 1
  }
  return chosen
}
