import type { Row } from '@lawbook/schemas'
import type { Sweep } from './pool.ts'
import type { About } from './series.ts'

/** Why a curve of budgets has no place on the axis of tokens. */
type TokenTrouble = 'tokens are not counted' | 'tokens do not rise with the budget'

/** The mean tokens that runs with each budget used, or why they are no axis. */
export function tokensOf(about: About, x: Float64Array, rows: readonly Row[]): Float64Array | TokenTrouble {
  const own = rows.filter((row) => row.benchmark === about.benchmark && row.model === about.model)
  const used = Float64Array.from(x, (budget) => {
    const tokens = own.find((row) => row.x === budget)?.tokens
    return typeof tokens === 'number' ? tokens : Number.NaN
  })
  if (used.some(Number.isNaN)) return 'tokens are not counted'
  return used.every((tokens, k) => k === 0 || tokens > used[k - 1]!) ? used : 'tokens do not rise with the budget'
}

/** The curves of General AgentBench against tokens, where they are an axis. */
export function byTokens(sweep: Sweep, rows: readonly Row[]): Sweep {
  const series = sweep.series.flatMap((one) => {
    const x = tokensOf(one.about, one.x, rows)
    return typeof x === 'string' ? [] : [{ ...one, about: { ...one.about, sweep: 'gab-tokens' }, x }]
  })
  return { ...sweep, series }
}
