import { add, type Bounds, div, exactly, mul } from '@lawbook/rounding'

/** Reads a printed number by its symbol: its rounding interval, or its centre alone. */
export type Read = (symbol: string) => Bounds

/** The five architectures, in the order of the paper's Table 5. */
export const architectures = {
  single: 'single agent',
  independent: 'independent',
  decentralized: 'decentralized',
  centralized: 'centralized',
  hybrid: 'hybrid',
} as const

export type Architecture = keyof typeof architectures
type Team = Exclude<Architecture, 'single'>

/** The four architectures of more than one agent. */
export const teams: readonly Team[] = ['independent', 'decentralized', 'centralized', 'hybrid']

/** The four benchmarks, and the teams that have a printed mean success; of the others the change alone is printed. */
export const benchmarks = {
  finance: { name: 'Finance-Agent', withMean: ['decentralized', 'centralized', 'hybrid'] },
  workbench: { name: 'WorkBench', withMean: ['decentralized', 'centralized'] },
  browse: { name: 'BrowseComp-Plus', withMean: ['decentralized'] },
  craft: { name: 'PlanCraft', withMean: ['independent', 'decentralized', 'centralized', 'hybrid'] },
} as const satisfies Readonly<Record<string, { readonly name: string; readonly withMean: readonly Team[] }>>

type Benchmark = keyof typeof benchmarks
export const benchmarkIds = Object.keys(benchmarks) as Benchmark[]

export const percent = exactly(100)
const one = exactly(1)

/** 1 + change / 100: what a team's success is relative to the single agent's. */
export const growth = (x: Read, benchmark: Benchmark, team: Team): Bounds =>
  add(one, div(x(`change-${benchmark}-${team}`), percent))

/** Success on a benchmark: printed, or the single agent's times the printed change. */
export function successOn(x: Read, benchmark: Benchmark, architecture: Architecture): Bounds {
  const printed: readonly string[] = ['single', ...benchmarks[benchmark].withMean]
  if (architecture === 'single' || printed.includes(architecture)) return x(`mean-${benchmark}-${architecture}`)
  return mul(x(`mean-${benchmark}-single`), growth(x, benchmark, architecture))
}

/** All sixteen relative changes, in %. */
export const allChanges = (x: Read): Bounds[] =>
  benchmarkIds.flatMap((benchmark) => teams.map((team) => x(`change-${benchmark}-${team}`)))
