import { pow } from '@lawbook/base'
import { add, type Bounds, mul, power } from '@lawbook/rounding'
import type { Architecture, Read } from './cells.ts'

/** The printed turn law, T = scale (n + shift)^exponent. */
export function turnsBy(x: Read, agents: Bounds, exponent: Bounds): Bounds {
  return mul(x('law-scale'), power(add(agents, x('law-shift')), exponent))
}

/** How many agents an architecture has: the paper gives three workers, and an orchestrator above them in two kinds. */
export const readings = {
  'orchestrator-counted': { single: 1, independent: 3, decentralized: 3, centralized: 4, hybrid: 4 },
  'workers-alone': { single: 1, independent: 3, decentralized: 3, centralized: 3, hybrid: 3 },
} as const satisfies Readonly<Record<string, Readonly<Record<Architecture, number>>>>

export type Reading = keyof typeof readings

export const readingNames: Readonly<Record<Reading, string>> = {
  'orchestrator-counted': 'the orchestrator is an agent: 1, 3, 3, 4, 4',
  'workers-alone': 'workers alone: 1, 3, 3, 3, 3',
}

/** R² = 1 - sum of squared residuals / sum of squared deviations from the mean, of `fitted` for `observed`. */
function rSquared(observed: readonly number[], fitted: readonly number[]): number {
  const mean = average(observed)
  const residual = observed.reduce((total, y, i) => total + (y - fitted[i]!) * (y - fitted[i]!), 0)
  return 1 - residual / observed.reduce((total, y) => total + (y - mean) * (y - mean), 0)
}

/**
 * R² of the printed law on the five mean turns of Table 5, and the most that any function of the number of agents can
 * reach on them, whose value at a number is the mean of the turns there. `turns` by architecture; plain numbers.
 */
export function fitOfLaw(
  turns: Readonly<Record<Architecture, number>>,
  law: (agents: number) => number,
  reading: Reading,
): { readonly law: number; readonly ceiling: number } {
  const names = Object.keys(turns) as Architecture[]
  const [observed, sizes] = [names.map((name) => turns[name]), names.map((name) => readings[reading][name])]
  const best = sizes.map((size) => average(observed.filter((_, i) => sizes[i] === size)))
  return { law: rSquared(observed, sizes.map(law)), ceiling: rSquared(observed, best) }
}

/** The mean of the turns at each number of agents, orchestrators counted: one point a number. */
function meanByAgents(turns: Readonly<Record<Architecture, number>>) {
  const names = Object.keys(turns) as Architecture[]
  const agentsOf = readings['orchestrator-counted']
  const sizes = [...new Set(names.map((name) => agentsOf[name]))] as number[]
  const means = sizes.map((size) => average(names.filter((name) => agentsOf[name] === size).map((name) => turns[name])))
  return { sizes, means }
}

/**
 * R² on one mean turn a number of agents (a third reading of the same table): of `law`, and of the best
 * scale (n + shift)^exponent with the given shift, whose exponent is searched in [0, 4] by golden section.
 */
export function fitOnMeans(
  turns: Readonly<Record<Architecture, number>>,
  law: (agents: number) => number,
  shift: number,
): { readonly law: number; readonly best: number } {
  const { sizes, means } = meanByAgents(turns)
  const fitted = (exponent: number): number[] => {
    const base = sizes.map((size) => pow(size + shift, exponent))
    const scale = base.reduce((sum, b, i) => sum + b * means[i]!, 0) / base.reduce((sum, b) => sum + b * b, 0)
    return base.map((b) => scale * b)
  }
  const quality = (exponent: number) => rSquared(means, fitted(exponent))
  const ratio = (Math.sqrt(5) - 1) / 2
  let [lo, hi] = [0, 4]
  while (hi - lo > 1e-6) {
    const [left, right] = [hi - ratio * (hi - lo), lo + ratio * (hi - lo)]
    if (quality(left) < quality(right)) lo = left
    else hi = right
  }
  return { law: rSquared(means, sizes.map(law)), best: quality((lo + hi) / 2) }
}

function average(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0) / values.length
}
