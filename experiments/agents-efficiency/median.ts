import { innerTail, median, outerTail } from '@lawbook/estimators'
import type { Estimate } from '@lawbook/schemas'

/** A number of one agent, and the model that it shares with others. */
export type Drawn = { readonly value: number; readonly model: string }

/**
 * The median over agents with the intervals of the sign test (Thompson 1936). For a candidate m, model g has the sum
 * s_g of the signs of its agents' value - m; if m is the median and models are independent and symmetric about it, each
 * s_g has either sign with probability 1/2, and P(sum of +-|s_g| >= s) is counted exactly. The interval holds all m
 * that neither tail rejects, from the outermost. With one agent a model its ends are order statistics, and it covers at
 * least what it says for every distribution. Null where so few models reject nothing at that level, or ties leave no
 * width.
 */
export function medianEstimate(agents: readonly Drawn[]): Estimate {
  const values = Float64Array.from(new Set(agents.map(({ value }) => value))).sort()
  // Between neighbouring values the signs do not change: one candidate a gap, those beyond the ends included.
  const gaps = Array.from({ length: values.length + 1 }, (_, j) => signSums(agents, values[j] ?? null))
  const tooLow = gaps.map((sums) => upperTail(sums, total(sums)))
  const tooHigh = gaps.map((sums) => upperTail(sums, -total(sums)))
  const interval = (tail: number): [number, number] | null => {
    const first = tooLow.findIndex((p) => p > tail)
    const last = tooHigh.findLastIndex((p) => p > tail)
    const [lo, hi] = [values[first - 1], values[last]]
    return lo === undefined || hi === undefined || lo === hi ? null : [lo, hi]
  }
  const value = median(agents.map((agent) => agent.value))
  return { value, i90: interval(innerTail), i995: interval(outerTail('two')) }
}

/** For each model: agents above the gap that ends at `next` less agents below it (null: the gap beyond all values). */
function signSums(agents: readonly Drawn[], next: number | null): number[] {
  const sums = new Map<string, number>()
  for (const { model, value } of agents)
    sums.set(model, (sums.get(model) ?? 0) + (next !== null && value >= next ? 1 : -1))
  return [...sums.values()]
}

function total(sums: readonly number[]): number {
  return sums.reduce((sum, each) => sum + each, 0)
}

/** P(sum of +-|s_g| >= s) with fair independent signs, by counting all sign patterns. */
function upperTail(sums: readonly number[], s: number): number {
  const reach = sums.reduce((sum, each) => sum + Math.abs(each), 0)
  let chances = new Float64Array(2 * reach + 1)
  chances[reach] = 1
  for (const each of sums) {
    const size = Math.abs(each)
    const next = new Float64Array(chances.length)
    for (let i = 0; i < chances.length; i++) next[i] = ((chances[i - size] ?? 0) + (chances[i + size] ?? 0)) / 2
    chances = next
  }
  return chances.subarray(reach + s).reduce((sum, chance) => sum + chance, 0)
}
