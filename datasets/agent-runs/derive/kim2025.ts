import { type Derivation, figure, number, numberOrNull, text } from './make.ts'

const metrics = {
  turns_mean: 'turns',
  success_rate: 'success',
  overhead_pct: 'overhead_pct',
  message_density: 'message_density',
  redundancy: 'redundancy',
  efficiency_Ec: 'efficiency',
  error_amplification: 'error_amplification',
  success_per_1k_tokens: 'success_per_1k_tokens',
} as const

/** arXiv 2512.08296: means by architecture, and by benchmark and architecture. */
export const kim2025: Derivation = (read) => [
  ...read('kim2025_architecture_metrics.csv').flatMap((row) =>
    Object.entries(metrics).map(([column, metric]) =>
      figure({
        source: 'kim-2025',
        agent: text(row, 'architecture'),
        axis: 'agents',
        x: number(row, 'n_agents'),
        unit: 'agents',
        metric,
        y: number(row, column),
        sd: metric === 'turns' ? number(row, 'turns_sd') : null,
      }),
    ),
  ),
  ...read('kim2025_benchmark_means.csv').flatMap((row) => {
    const benchmark = text(row, 'benchmark')
    const entry = {
      source: benchmark.includes('v3') ? 'kim-2025-v3' : 'kim-2025',
      benchmark: benchmark.replace(/ \(.*\)/, ''),
      agent: text(row, 'architecture'),
    }
    return (['mean_success', 'relative_change_vs_SAS_pct'] as const).flatMap((column) => {
      const y = numberOrNull(row, column)
      return y === null
        ? []
        : [figure({ ...entry, metric: column === 'mean_success' ? 'success' : 'relative_change_pct', y })]
    })
  }),
]

/** MacNet: quality of topologies and of single agents on four benchmarks. */
export const macNet: Derivation = (read) =>
  read('macnet_table1.csv').flatMap((row) =>
    ['MMLU', 'HumanEval', 'SRDD', 'CommonGen', 'quality'].map((benchmark) =>
      figure({
        source: 'macnet',
        benchmark,
        setting: text(row, 'n_agents_type'),
        agent: text(row, 'method'),
        metric: 'score',
        y: number(row, benchmark),
      }),
    ),
  )

/** Two throughput curves whose scalability law is known: positive controls. */
export const scalabilityReference: Derivation = (read) =>
  read('usl_reference.csv').map((row) =>
    figure({
      source: `usl-${text(row, 'dataset')}`,
      benchmark: text(row, 'dataset'),
      axis: 'workers',
      x: number(row, 'n'),
      unit: 'workers',
      metric: 'throughput',
      y: number(row, 'throughput'),
    }),
  )
