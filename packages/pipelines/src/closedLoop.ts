import { fail } from '@lawbook/base'
import { beatersOf, tieOrders } from './beaten.ts'
import type { AskedStep } from './countArm.ts'

/**
 * One way to a right end: the router picks `first`, it is executed, the router sees the state it left and picks `second`,
 * and the executed product passed the check of the whole task. `secondRow` is what the router says after that state.
 */
export type Way = { readonly first: number; readonly second: number; readonly after: AskedStep }

/**
 * What a way needs of a library: none of `missing` competitors in it, and all of `present` ones. `orders`: in how many
 * of the tie orders (of `of`) it needs exactly that.
 */
export type WayCount = {
  readonly missing: number
  readonly present: number
  readonly orders: number
  readonly of: number
}

/**
 * The ways of a pair to a right end, as counts. The pair's two right skills are in every library; a way over another
 * skill needs that skill to be drawn, and everything that stands before either pick to be absent. Ways exclude each
 * other, so their chances add up.
 */
export function countWays(
  start: AskedStep,
  own: readonly [number, number],
  ways: readonly Way[],
  idOf: (skill: number) => string,
): WayCount[] {
  return ways.flatMap((way) => {
    const first = beatersOf(start.row, way.first, start.request, idOf, own[0])
    const second = beatersOf(way.after.row, way.second, way.after.request, idOf, own[1])
    if (first === null || second === null) return []
    const orders = Math.max(first.length, second.length) > 1 ? tieOrders : 1
    const found = new Map<string, WayCount>()
    for (let o = 0; o < orders; o++) {
      const before = new Set([...(first[o] ?? first[0]!), ...(second[o] ?? second[0]!)])
      const needed = new Set([way.first, way.second].filter((j) => !own.includes(j)))
      if ([...needed, ...own].some((j) => before.has(j))) continue
      const key = `${before.size}:${needed.size}`
      const orders0 = found.get(key)?.orders ?? 0
      found.set(key, { missing: before.size, present: needed.size, orders: orders0 + 1, of: orders })
    }
    return [...found.values()]
  })
}

/**
 * The chance of a way among n drawn of M competitors, C(M - missing - present, n - present) / C(M, n), times the share of
 * tie orders.
 */
export function shareOfWay(
  { missing, present, orders, of }: WayCount,
  { competitors, drawn }: { readonly competitors: number; readonly drawn: number },
): number {
  if (present > drawn || missing > competitors - drawn) return 0
  // First the present ones: n (n - 1) .. / M (M - 1) .., then that the rest of the draw misses.
  let chance = orders / of
  for (let i = 0; i < present; i++) chance *= (drawn - i) / (competitors - i)
  for (let i = 0; i < drawn - present; i++)
    chance *= (competitors - present - missing - i) / (competitors - present - i)
  return chance
}

/** Ways as text: missing:present:orders:of, divided by spaces; `-` where there is none. */
export function writeWays(ways: readonly WayCount[]): string {
  return ways.map((way) => [way.missing, way.present, way.orders, way.of].join(':')).join(' ') || '-'
}

/** The reverse of `writeWays`; LB_DOMAIN for anything else. */
export function readWays(text: string): WayCount[] {
  if (text === '-') return []
  return text.split(' ').map((word) => {
    if (!/^\d+:\d+:[1-9]\d*:[1-9]\d*$/.test(word))
      fail('LB_DOMAIN', `"${word}" is no way; write missing:present:orders:of, or - where there is none`)
    const [missing, present, orders, of] = word.split(':').map(Number) as [number, number, number, number]
    return { missing, present, orders, of }
  })
}
