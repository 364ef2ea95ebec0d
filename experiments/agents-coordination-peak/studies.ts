/** What is known about how a study varied the size of its teams: facts about its design, none about its results. */
export type Study = {
  readonly id: string
  /** The name that figures show. */
  readonly name: string
  /** The source of its figures. */
  readonly source: string
  /** The metric that is read as success. */
  readonly metric: string
  /** Other columns that its rows must have; a list means any of them. */
  readonly where: Readonly<Record<string, string | readonly string[]>>
  /** The columns that tell its sweeps apart. */
  readonly per: readonly ('benchmark' | 'setting' | 'agent' | 'model')[]
  /** Rows that belong to every sweep of the study: its single agent, measured once. */
  readonly shared: Readonly<Record<string, string>> | null
  /** The columns of the units that were seen at every size; null where runs at each size are their own. */
  readonly unit: readonly ('benchmark' | 'model')[] | null
  /** How many tasks a share is a mean of, where the figures carry no n; null where they do, or nobody says. */
  readonly tasks: number | null
  /** Whether the input, and the compute, were the same at all sizes. */
  readonly inputFixed: boolean
  readonly computeFixed: boolean
  /** Whether one agent was measured on the same work. */
  readonly control: boolean
  /** From where the design is known. */
  readonly known: string
}

const plain = { where: {}, per: [], shared: null, unit: null, tasks: null } as const

/** Every study of the data set in which the number of agents varies. */
export const studies: readonly Study[] = [
  {
    ...plain,
    id: 'silo-bench',
    name: 'Silo-Bench',
    source: 'silo-bench',
    metric: 'success',
    where: { agent: 'team', setting: 'all' },
    per: ['model'],
    tasks: 30,
    inputFixed: false,
    computeFixed: false,
    control: true,
    known:
      'arXiv 2603.01045: 30 tasks, 54 configurations, 1,620 runs; the input grows with the agents, tokens a round about in proportion',
  },
  {
    ...plain,
    id: 'silo-bench-levels',
    name: 'Silo-Bench, by level',
    source: 'silo-bench',
    metric: 'success',
    where: { agent: 'team', setting: ['level I', 'level II', 'level III'] },
    per: ['model', 'setting'],
    inputFixed: false,
    computeFixed: false,
    control: true,
    known: 'arXiv 2603.01045, Tables 2 and 3: parts of the shares above, without a number of tasks',
  },
  {
    ...plain,
    id: 'llm-teams',
    name: 'LLM Teams',
    source: 'llm-teams',
    metric: 'success',
    per: ['agent', 'setting'],
    unit: ['benchmark', 'model'],
    inputFixed: true,
    computeFixed: false,
    control: true,
    known:
      'arXiv 2603.12229 and its runs: the same jobs at every size; at five agents two to five times the tokens of one',
  },
  {
    ...plain,
    id: 'cooperbench-sizes',
    name: 'CooperBench, 2 to 4',
    source: 'cooperbench-sizes',
    metric: 'success',
    inputFixed: false,
    computeFixed: false,
    control: false,
    known: 'arXiv 2601.13295, section on scaling: one feature an agent, so that the work grows with the agents',
  },
  {
    ...plain,
    id: 'cooperbench',
    name: 'CooperBench, 1 and 2',
    source: 'cooperbench',
    metric: 'success',
    unit: ['model'],
    inputFixed: true,
    computeFixed: false,
    control: true,
    known: 'arXiv 2601.13295, Table 5: the same pairs of features by one agent or by two; budgets not matched',
  },
  {
    ...plain,
    id: 'cooperbench-report',
    name: 'CooperBench report',
    source: 'cooperbench-report',
    metric: 'success',
    per: ['setting'],
    shared: { setting: 'solo' },
    inputFixed: true,
    computeFixed: false,
    control: true,
    known: 'CooperBench report of 2026-05-23: the same pairs of features by one agent or by two',
  },
  {
    ...plain,
    id: 'kim-2025',
    name: 'Kim et al., architectures',
    source: 'kim-2025',
    metric: 'success',
    per: ['agent'],
    shared: { agent: 'SAS' },
    inputFixed: true,
    computeFixed: true,
    control: true,
    known: 'arXiv 2512.08296, architecture table: the architecture changes with the size; about 4,800 tokens a trial',
  },
  {
    ...plain,
    id: 'caid',
    name: 'CAID',
    source: 'caid',
    metric: 'tests_passed',
    per: ['benchmark'],
    inputFixed: true,
    computeFixed: false,
    control: true,
    known: 'notes on arXiv 2603.21489: cost grows with the agents',
  },
  {
    ...plain,
    id: 'caid-paperbench',
    name: 'CAID, PaperBench',
    source: 'caid',
    metric: 'score',
    inputFixed: true,
    computeFixed: false,
    control: true,
    known: 'notes on arXiv 2603.21489: cost grows with the agents',
  },
  {
    ...plain,
    id: 'dochkina',
    name: 'Dochkina',
    source: 'dochkina',
    metric: 'quality',
    inputFixed: true,
    computeFixed: false,
    control: false,
    known: 'notes on arXiv 2603.28990: no single agent',
  },
  {
    ...plain,
    id: 'agensh',
    name: 'Agensh',
    source: 'agensh',
    metric: 'tests_passed',
    inputFixed: true,
    computeFixed: false,
    control: true,
    known: 'notes on arXiv 2609.26781: compute grows with the agents',
  },
  {
    ...plain,
    id: 'agentsnet',
    name: 'AgentsNet',
    source: 'agentsnet',
    metric: 'score',
    inputFixed: false,
    computeFixed: false,
    control: false,
    known: 'abstract of arXiv 2507.08616: the graph grows with the agents',
  },
]
