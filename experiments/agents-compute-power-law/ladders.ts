/** How the success of a curve is published, and so what is known of its noise. */
type Published = 'coverage' | 'selected' | 'solved' | 'tasks'

/** Where one sweep stands among the published figures: the columns that its rows share. */
export type SweepPlace = {
  readonly id: string
  readonly title: string
  readonly budget: string
  readonly published: Published
  readonly rows: {
    readonly source: string
    readonly benchmark: string
    readonly metric: string | readonly string[]
    readonly setting?: string | readonly string[]
    readonly axis: string
  }
  /** The sweep whose place it takes in an alternative; null for a judged one. */
  readonly replaces: string | null
  /** Digitised between its first and last point, which are as printed. */
  readonly digitised?: boolean
}

const edgeBenchCategories = ['Formal', 'Games', 'Knowledge', 'Optimization', 'Scientific & ML', 'Systems & SE']
const sequential = [
  ['mathhay', 'MathHay', 'success'],
  ['search', 'search', 'success'],
  ['swebench', 'SWE-bench', 'success'],
  ['tau2bench', 'tau2-bench', 'success'],
  ['mcpbench', 'MCP-bench', 'judge_score'],
] as const
const parallel = [
  ['mathhay', 'MathHay'],
  ['search', 'search'],
  ['swebench', 'SWE-bench'],
  ['tau2bench', 'tau2-bench'],
  ['terminalbench', 'Terminal-Bench'],
] as const

/** The judged sweeps, and after them what replaces one of them in an alternative. */
export const sweepPlaces: readonly SweepPlace[] = [
  {
    id: 'swe-gym',
    title: 'SWE-Gym, attempts',
    budget: 'attempts',
    published: 'coverage',
    rows: { source: 'swe-gym', benchmark: 'SWE-bench Verified', axis: 'samples', metric: ['coverage', 'selected'] },
    replaces: null,
  },
  {
    id: 'r2e-gym',
    title: 'R2E-Gym, attempts',
    budget: 'attempts',
    published: 'selected',
    rows: { source: 'r2e-gym', benchmark: 'SWE-bench Verified', axis: 'samples', metric: 'selected' },
    replaces: null,
  },
  {
    id: 'monkeys',
    title: 'Monkeys, attempts',
    budget: 'attempts',
    published: 'coverage',
    rows: { source: 'monkeys', benchmark: 'SWE-bench Lite', axis: 'samples', metric: 'coverage' },
    replaces: null,
    digitised: true,
  },
  {
    id: 'edgebench',
    title: 'EdgeBench, hours',
    budget: 'hours',
    published: 'tasks',
    rows: {
      source: 'edgebench',
      benchmark: 'EdgeBench',
      setting: edgeBenchCategories,
      axis: 'hours',
      metric: 'score',
    },
    replaces: null,
  },
  ...sequential.map(
    ([benchmark, name, metric]): SweepPlace => ({
      id: `context-${benchmark}`,
      title: `${name}, context`,
      budget: benchmark === 'tau2bench' ? 'k tokens of context' : 'tokens',
      published: 'tasks',
      rows: { source: 'general-agentbench', benchmark, setting: 'sequential', axis: 'context', metric },
      replaces: null,
    }),
  ),
  ...parallel.map(
    ([benchmark, name]): SweepPlace => ({
      id: `passes-${benchmark}`,
      title: `${name}, passes`,
      budget: 'attempts',
      published: 'solved',
      rows: { source: 'general-agentbench', benchmark, setting: 'parallel', axis: 'solved', metric: 'tasks' },
      replaces: null,
    }),
  ),
  {
    id: 'edgebench-134',
    title: 'EdgeBench, 134 tasks',
    budget: 'hours',
    published: 'selected',
    rows: { source: 'edgebench', benchmark: 'EdgeBench', setting: '134 tasks', axis: 'hours', metric: 'score' },
    replaces: 'edgebench',
  },
  {
    id: 'context-mcpbench-composite',
    title: 'MCP-bench, published composite',
    budget: 'tokens',
    published: 'tasks',
    rows: {
      source: 'general-agentbench',
      benchmark: 'mcpbench',
      setting: 'sequential',
      axis: 'context',
      metric: 'score',
    },
    replaces: 'context-mcpbench',
  },
]

export const judgedPlaces: readonly SweepPlace[] = sweepPlaces.filter(({ replaces }) => replaces === null)

/**
 * Whether success cannot fall along the sweep but by the choice of a verifier: more attempts or the best submission so
 * far. Only a sweep of contexts runs the agent anew at every budget.
 */
export const isCumulative = ({ budget }: SweepPlace): boolean => budget === 'attempts' || budget === 'hours'
