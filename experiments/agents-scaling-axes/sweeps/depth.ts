import type { SweepAbout } from '../axes.ts'
import { shares } from './shares.ts'

/** Ladders of effort, each by its search calls. */
export const depthSweeps: readonly SweepAbout[] = ['gpt-oss-20B', 'gpt-oss-120B'].flatMap((model) =>
  ['BM25', 'Qwen3-Embed-8B'].map(
    (retriever): SweepAbout => ({
      id: `${model} ${retriever}`,
      axis: 'tool-depth',
      label: `${model}, ${retriever}`,
      resource: 'search calls',
      role: 'decides',
      why: 'low, medium and high effort of one model with one retriever; calls are counted',
      ...shares,
    }),
  ),
)
