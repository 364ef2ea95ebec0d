import { type Derivation, figure, number, numberOrNull, share, text } from './make.ts'

/** BrowseComp-Plus: accuracy and recall against the mean number of search calls. Its 830 questions are its size. */
export const browseCompPlus: Derivation = (read) =>
  read('browsecomp_plus_search_depth.csv').flatMap((row) => {
    const entry = {
      source: 'browsecomp-plus',
      benchmark: 'BrowseComp-Plus',
      setting: text(row, 'retriever'),
      model: text(row, 'model'),
    }
    const at = { ...entry, axis: 'search calls', x: number(row, 'mean_search_calls'), unit: 'calls', n: 830 }
    const [recall, cost] = [share(row.recall_pct), numberOrNull(row, 'api_cost_usd')]
    return [
      figure({ ...at, metric: 'success', y: share(row.accuracy_pct) }),
      ...(recall === null ? [] : [figure({ ...at, metric: 'recall', y: recall })]),
      ...(cost === null ? [] : [figure({ ...entry, metric: 'cost', y: cost, note: 'US dollars for all questions' })]),
    ]
  })

/** GPT-4.1 on inputs of growing length. */
export const contextRot: Derivation = (read) =>
  read('context_length_gpt41.csv').map((row) => {
    const [, benchmark, setting] = /^(longmemeval|niah_low_similarity)_?(.*)$/.exec(text(row, 'task'))!
    return figure({
      source: 'context-rot',
      benchmark: benchmark === 'longmemeval' ? 'LongMemEval' : 'low-similarity needle',
      setting: setting === '' ? null : setting!,
      model: text(row, 'model'),
      axis: 'input tokens',
      x: number(row, 'input_tokens'),
      unit: 'tokens',
      metric: 'success',
      y: number(row, 'correct') / number(row, 'n'),
      n: number(row, 'n'),
    })
  })

/** BrowseComp with and without context management, as a vendor reports it. */
export const contextManagement: Derivation = (read) =>
  read('context_management_browsecomp.csv').map((row) =>
    figure({
      source: 'kimi-k2.5',
      benchmark: 'BrowseComp',
      setting: text(row, 'setting'),
      model: text(row, 'model'),
      metric: 'success',
      y: share(row.score_pct),
      n: 1266,
      note: 'reported by a vendor; n is the size of the benchmark',
    }),
  )

const readings: Record<string, { source: string; benchmark: string }> = {
  'Cited but Not Verified': { source: 'cited-not-verified', benchmark: 'fact-checked citations' },
  IterResearch: { source: 'iter-research', benchmark: 'interaction scaling' },
  BATS: { source: 'bats', benchmark: 'BrowseComp' },
}

/** Tool calls and success as secondary notes tell them. */
export const toolDepth: Derivation = (read) =>
  read('tool_call_depth_literature.csv').map((row) =>
    figure({
      ...readings[text(row, 'source')]!,
      setting: /budget-aware/.test(text(row, 'metric')) ? 'budget-aware' : null,
      model: text(row, 'model'),
      axis: 'tool calls',
      x: typeof row.tool_calls === 'number' ? row.tool_calls : null,
      unit: 'calls',
      metric: 'success',
      y: share(row.value_pct),
      note: typeof row.tool_calls === 'number' ? null : `x is printed as "${text(row, 'tool_calls')}"`,
    }),
  )

const reports: Record<string, string> = {
  'AISI 2606.17930': 'aisi',
  'Decomposing Smooth Agentic Inference Scaling': 'smooth-scaling',
  'Kimi K2.5': 'kimi-k2.5-vendor-claims',
  'clawRxiv 2604.01309': 'clawrxiv',
}

/** What reports say about budgets, read in secondary form. A budget or value that is no number stands in the note. */
export const budgetReports: Derivation = (read) =>
  read('budget_scaling_literature.csv').map((row) =>
    figure({
      source: reports[text(row, 'source')]!,
      benchmark: text(row, 'benchmark'),
      axis: text(row, 'budget_kind'),
      x: typeof row.budget === 'number' ? row.budget : null,
      unit: text(row, 'budget_kind'),
      metric: text(row, 'metric'),
      y: typeof row.value === 'number' ? row.value : null,
      note: [
        typeof row.budget === 'string' ? `budget: ${row.budget}` : '',
        typeof row.value === 'string' ? `value: ${row.value}` : '',
        text(row, 'reading'),
      ]
        .filter((part) => part !== '')
        .join('; '),
    }),
  )
