import type { Row } from '@lawbook/schemas'
import { type SweepAbout, sweeps } from './axes.ts'
import { seriesFrom } from './evidence.ts'
import { ladderOf } from './ladder.ts'
import type { Sweep } from './pool.ts'
import type { Series } from './series.ts'
import { byTokens } from './tokens.ts'

/** What the measures are computed from: the curves of every sweep. */
export type Observed = { readonly sweeps: ReadonlyMap<string, Sweep> }

/** Evidence rows as sweeps. `split`: budgets of another prompt are left out of their curves. */
export function observedFrom(evidence: Readonly<Record<string, readonly Row[]>>, split = true): Observed {
  const published = seriesFrom(evidence)
  const all = split ? published.map(ladderOf) : published
  const found = new Map(sweeps.map((about) => [about.id, sweepOf(about, all)]))
  found.set('gab-tokens', byTokens(found.get('general-agentbench')!, evidence.tokens ?? []))
  return { sweeps: found }
}

/** The curves of a sweep among others. */
function sweepOf({ id, pool, sampling }: SweepAbout, all: readonly Series[]): Sweep {
  return { pool, sampling, series: all.filter(({ about }) => about.sweep === id) }
}
