import { categoryAxis, type Figure, fixed, logAxis, panel, region, series } from '@lawbook/figures'
import { digits, paper } from './compared.ts'
import { apart, arithmetic, forest, rowHeight, teamNames } from './forest.ts'

export const impliedTokens: Figure = {
  id: 'implied-tokens',
  title: 'Tokens of teams, three statements',
  width: 'full',
  tables: ['tokens'],
  spec: ({ tables, theme, claims }) => {
    const by = series({
      field: 'kind',
      names: {
        by_success: 'implied, a trial',
        per_success: 'implied, a success',
        by_turns: 'overhead, as the text reads it',
      },
      legend: true,
    })
    const rows = tables
      .tokens!.filter(({ architecture }) => architecture !== 'single')
      .flatMap((row) =>
        Object.keys(by.names).map((kind) => ({
          architecture: row.architecture!,
          kind,
          ratio: row[kind]!,
          lo: row[`${kind}_lo`]!,
          hi: row[`${kind}_hi`]!,
        })),
      )
    const x = logAxis({
      field: 'ratio',
      title: 'tokens / single agent',
      domain: [0.7, 8],
      ticks: [1, 2, 4, 8],
    })
    const y = categoryAxis({ field: 'architecture', title: null, names: teamNames })
    const allowed = claims[`${paper}/budgets-matched`]!.tolerance.value!
    return panel({
      width: theme.width,
      height: theme.fontSize * rowHeight * 8,
      layers: [
        region({ x, from: 1 / allowed, to: allowed, label: 'matched budgets' }),
        ...forest(rows, x, y, by).map((layer) => apart(layer, 'kind', by)),
      ],
    })
  },
  caption: ({ tables, measures, claims }) => {
    const of = (name: string) => tables.tokens!.find((row) => row.architecture === name)!
    const hybrid = of('hybrid')
    const tolerance = claims[`${paper}/budgets-matched`]!.tolerance.value!
    return {
      text: `Tokens relative to the single agent, free of their unit. Grey: matched budgets (${digits('budget')} tokens a trial for all), with a factor of ${tolerance} either way. Success over successes per 1,000 tokens gives hybrid teams ${fixed(measures['hybrid-token-ratio']!.value, 2)} times the single agent’s tokens a trial, and ${fixed(hybrid.per_success, 2)} times its tokens a success, which is matched performance; the overhead, which the text calls a token budget, ${fixed(hybrid.by_turns, 2)} times. In absolute terms ${digits('per-thousand-single')} successes per 1,000 tokens leave the single agent ${fixed(of('single').tokens, 1)} tokens a trial.`,
      alt: `Forest plot of four kinds of team. By successes per token hybrid teams use ${fixed(hybrid.by_success, 2)} times the tokens of a single agent a trial and ${fixed(hybrid.per_success, 2)} times a success, by overhead ${fixed(hybrid.by_turns, 2)} times; matched would be 1.`,
      n: `${measures['token-imbalance']!.n} printed numbers`,
      ...arithmetic,
    }
  },
}
