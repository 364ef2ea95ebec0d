import { type Derivation, figure, number, text } from './make.ts'

const sizes: Record<string, { setting: string; n: number }> = {
  aggregate_134: { setting: '134 tasks', n: 134 },
  aggregate_51: { setting: '51 tasks', n: 51 },
}

/** EdgeBench: score of five models after 2 to 12 hours, as means over tasks and task by task. */
export const edgeBench: Derivation = (read) =>
  read('edgebench_time_budget.csv').map((row) =>
    figure({
      source: 'edgebench',
      benchmark: 'EdgeBench',
      ...(sizes[text(row, 'level')] ?? { setting: text(row, 'category'), task: text(row, 'task'), n: 1 }),
      model: text(row, 'model'),
      axis: 'hours',
      x: number(row, 'hours'),
      unit: 'h',
      metric: 'score',
      y: number(row, 'score') / 100,
    }),
  )
