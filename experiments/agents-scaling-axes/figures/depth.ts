import {
  beside,
  intervalRule,
  line,
  type Panel,
  panel,
  panelLetter,
  points,
  series,
  type Theme,
} from '@lawbook/figures'
import type { Row } from '@lawbook/schemas'
import { greyPoints, resourceAxis, shareAxis } from './panels.ts'

const names = {
  'gpt-oss-20B': 'gpt-oss-20B',
  'gpt-oss-120B': 'gpt-oss-120B',
  'GPT-5.4': 'GPT-5.4',
  'Claude Opus 4.6': 'Opus 4.6',
}

/** The ladders of effort with each retriever among the other agents, and what was read in secondary form. */
export function depthPanels(
  curves: readonly Row[],
  calls: readonly Row[],
  secondary: readonly Row[],
  theme: Theme,
): Panel {
  const by = series({ field: 'model', names, legend: true })
  const size = { width: theme.width / 3 - 34, height: 120 }
  const ladders = curves.filter(({ axis, curve }) => axis === 'tool-depth' && curve !== 'mean')
  const own = (retriever: string, k: number): Panel => {
    const rows = ladders.filter(({ sweep }) => String(sweep).endsWith(` ${retriever}`))
    const others = calls.filter(
      (row) => row.retriever === retriever && !rows.some(({ model }) => String(row.model).startsWith(`${model}-`)),
    )
    const x = resourceAxis([...ladders, ...calls], 'search calls', [1, 2, 5, 10, 20])
    const y = shareAxis(k === 0 ? 'right answers' : null, [0, 0.8])
    return panel({
      ...size,
      rows,
      title: `${panelLetter(k)} ${retriever}`,
      layers: [
        greyPoints(others, x, y),
        line({ x, y: { ...y, field: 'fitted' }, by }),
        intervalRule({ x, y, lo: 'lo', hi: 'hi', by, along: 'y', weight: 'inner' }),
        points({ x, y, by }),
      ],
    })
  }
  const x = resourceAxis(secondary, 'tool calls', [2, 10, 50, 150])
  const y = shareAxis('citations that hold')
  const last = panel({
    ...size,
    rows: secondary,
    title: `${panelLetter(2)} secondary`,
    layers: [line({ x, y, by }), points({ x, y, by })],
  })
  return beside(own('BM25', 0), own('Qwen3-Embed-8B', 1), last)
}
