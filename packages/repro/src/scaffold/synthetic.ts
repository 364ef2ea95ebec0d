import { type Draft, type Files, readme, records } from './shared.ts'

/** The measure that a drafted claim reads. */
export const syntheticMeasure = { id: 'effect', unit: '1' }

/**
 * A package that runs at once on planted rows. Its evidence is synthetic, so that no verdict can come of it until the
 * author puts real rows in their place.
 */
export function syntheticPackage(draft: Draft): Files {
  return {
    ...records(draft, ['base', 'estimators', 'experiment', 'figures', 'schemas']),
    'README.md': readme(
      draft,
      'Planted rows stand here until real ones do: see `rows.ts`. A synthetic measure tests the method and no claim.',
    ),
    'rows.ts': rows(draft),
    'experiment.ts': experiment(draft),
    'figures.ts': figures(draft),
    'experiment.test.ts': test(draft),
  }
}

function rows({ id }: Draft): string {
  return `import { streamsOf } from '@lawbook/base'

/** One run: replace it with what you observe. */
export type Run = { readonly run: number; readonly effect: number }

/** A planted world: runs whose effects scatter around a known one. */
export function planted(effect: number): Run[] {
  const stream = streamsOf('${id}')('planted')
  return Array.from({ length: 40 }, (_, run) => ({ run, effect: effect + 0.5 * stream.normal() }))
}

/** The rows that the experiment reads: planted until real ones stand here. */
export const rows = { id: 'rows', load: async (): Promise<Run[]> => planted(0.3) }
`
}

function experiment({ id, title }: Draft): string {
  return `import { nestedIntervals } from '@lawbook/estimators'
import { defineExperiment } from '@lawbook/experiment'
import type { Measure } from '@lawbook/schemas'
import { rows } from './rows.ts'

export default defineExperiment({
  id: '${id}',
  title: ${quoted(title)},
  data: { rows },
  choices: {},
  async observe({ data }) {
    const planned = data.rows.length
    const ledger = { stage: 'runs', planned, used: planned, excluded: [], failed: 0, missing: 0 }
    return { tables: { runs: data.rows }, attrition: [ledger], decisions: 0 }
  },
  async run({ evidence }) {
    const effects = (evidence.runs ?? []).map(({ effect }) => Number(effect))
    const n = effects.length
    const mean = effects.reduce((sum, effect) => sum + effect, 0) / n
    const squares = effects.reduce((sum, effect) => sum + (effect - mean) * (effect - mean), 0)
    const se = Math.sqrt(squares / (n - 1) / n)
    const { value, i90, i995 } = nestedIntervals({ value: mean, se, df: n - 1, sided: 'two' })
    const measure: Measure = {
      id: '${syntheticMeasure.id}',
      title: 'mean effect',
      value,
      i90: [...i90],
      i995: [...i995],
      method: 'mean with Student intervals',
      resampled: \`runs (\${n})\`,
      n,
      unit: '${syntheticMeasure.unit}',
      evidence: 'synthetic',
    }
    const [low, high, lowest, highest] = [...i90, ...i995]
    return {
      measures: [measure],
      fits: [],
      tables: { effects: [{ name: 'mean', effect: value, low, high, lowest, highest }] },
      notes: ['The rows are planted: they test the method and no claim.'],
    }
  },
})
`
}

function figures({ id }: Draft): string {
  return `import { axis, categoryAxis, defineFigures, intervalRule, panel, points, series } from '@lawbook/figures'

export default defineFigures('${id}', [
  {
    id: '${syntheticMeasure.id}',
    title: 'Mean effect',
    width: 'column',
    tables: ['effects'],
    spec: ({ tables, theme }) => {
      const rows = tables.effects!
      const names = { mean: 'mean effect' }
      const by = series({ field: 'name', names })
      const [lowest, highest] = [Number(rows[0]?.lowest), Number(rows[0]?.highest)]
      const x = axis({ field: 'effect', title: 'effect', domain: [Math.min(0, lowest), Math.max(0, highest)] })
      const y = categoryAxis({ field: 'name', title: null, names })
      return panel({
        width: theme.width - 60,
        height: 40,
        rows,
        layers: [
          intervalRule({ x, y, lo: 'lowest', hi: 'highest', by, along: 'x', weight: 'outer' }),
          intervalRule({ x, y, lo: 'low', hi: 'high', by, along: 'x', weight: 'inner' }),
          points({ x, y, by }),
        ],
      })
    },
    caption: ({ measures }) => ({
      text: 'The mean effect of planted runs. Synthetic: it tests the method and no claim.',
      alt: \`One interval: the mean effect is \${measures.${syntheticMeasure.id}?.value?.toFixed(2) ?? 'unknown'}.\`,
      n: \`\${measures.${syntheticMeasure.id}?.n ?? 0} runs\`,
      interval: 'Student',
      level: '90 % (thick) and 99.5 % (thin)',
      resampled: 'runs',
    }),
  },
])
`
}

function test({ id }: Draft): string {
  return `import { runExperiment } from '@lawbook/experiment'
import { expect, test } from 'vitest'
import experiment from './experiment.ts'
import { planted } from './rows.ts'

async function effectIn(truth: number) {
  const { result } = await runExperiment(experiment, { data: { rows: planted(truth) } })
  return result.measures.find(({ id }) => id === '${syntheticMeasure.id}')!
}

test('${id} finds a planted effect', async () => {
  const { i995 } = await effectIn(0.5)
  expect(i995![0]).toBeLessThan(0.5)
  expect(i995![1]).toBeGreaterThan(0.5)
  expect(i995![0]).toBeGreaterThan(0)
})

test('${id} finds none where none is planted', async () => {
  const { i995 } = await effectIn(0)
  expect(i995![0]).toBeLessThan(0)
  expect(i995![1]).toBeGreaterThan(0)
})
`
}

/** A text as a TypeScript string. */
export function quoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replace(/\s+/g, ' ')}'`
}
