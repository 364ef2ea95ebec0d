import { type Derivation, figure, share, text } from './make.ts'

const sources = {
  'SWE-Gym': { source: 'swe-gym', agent: 'OpenHands', model: 'Qwen2.5-Coder-32B FT', n: 500 },
  'R2E-Gym': { source: 'r2e-gym', agent: 'R2E-Gym editing agent', model: 'R2E-Gym 32B', n: 500 },
  'Large Language Monkeys': {
    source: 'monkeys',
    agent: 'Moatless Tools',
    model: 'DeepSeek-Coder-V2-Instruct',
    n: 300,
  },
} as const

/**
 * Coverage (solved by at least one of k attempts) and what a verifier keeps of it, against k. The files give no n: it is
 * the size of the benchmark (SWE-bench Verified 500, Lite 300).
 */
export const repeatedSampling: Derivation = (read) =>
  read('repeated_sampling_swebench.csv').map((row) => {
    const metric = text(row, 'metric')
    const verifier = /\((.* verifier)\)/.exec(metric)?.[1] ?? null
    return figure({
      ...sources[text(row, 'source') as keyof typeof sources],
      benchmark: text(row, 'benchmark'),
      setting: verifier,
      axis: 'samples',
      x: row.k as number,
      unit: 'attempts',
      metric: verifier === null ? 'coverage' : 'selected',
      y: share(row.value_pct),
      note: metric.includes('digitised') ? 'digitised, about 1 point; end points as printed' : null,
    })
  })
