import { above, beside, type Panel, panelLetter, series, type Theme } from '@lawbook/figures'
import type { Row } from '@lawbook/schemas'
import { resourceAxis, shareAxis, sweepPanel } from './panels.ts'

const names = {
  'Gemini-2.5-Flash': 'Gemini Flash',
  'Qwen3-235B': 'Qwen3-235B',
  'Qwen3-Next': 'Qwen3-Next',
  'DeepSeek-R1': 'DeepSeek-R1',
  LongMemEval: 'LongMemEval',
  'low-similarity needle': 'needle',
}

/** A little to the side of one another, so that intervals at one budget can be told apart. */
function apart(row: Row): Row {
  const place = Object.keys(names).indexOf(String(row.model)) - 1.5
  return { ...row, who: row.model!, x: Number(row.x) * Math.exp(0.022 * place) }
}

const benchmarks = [
  { id: 'search', ticks: [48, 64, 96, 128] },
  { id: 'swebench', ticks: [48, 64, 96, 144] },
  { id: 'tau2bench', ticks: [32, 48, 64, 96] },
  { id: 'mathhay', ticks: [80, 128, 192] },
  { id: 'mcpbench', ticks: [48, 64, 96, 128] },
] as const

/** Cells of fewer runs are not drawn. */
const fewest = 10

/** Each benchmark of General AgentBench, then Context Rot; every panel from 0 on one scale. */
export function contextPanels(curves: readonly Row[], readings: readonly Row[], theme: Theme): Panel {
  const by = series({ field: 'who', names, legend: true })
  const size = { width: theme.width / 2 - 34, height: 104 }
  const budgets = curves.filter(({ sweep, curve }) => sweep === 'general-agentbench' && curve !== 'mean')
  const rated = readings.filter(({ reading, model, x, n }) => {
    return reading === 'judge' && Number(n) >= fewest && !(model === 'Qwen3-235B' && x === 48)
  })
  const panels = benchmarks.map(({ id, ticks }, k) => {
    const judged = id === 'mcpbench'
    const rows = (judged ? rated : budgets.filter(({ benchmark }) => benchmark === id)).map(apart)
    return sweepPanel({
      rows,
      x: resourceAxis(rows, 'context, k tokens', ticks),
      y: shareAxis(judged ? 'score of the judge' : k % 2 === 0 ? 'success' : null, [0, 0.65]),
      by,
      size,
      title: `${panelLetter(k)} ${id}`,
      joined: judged,
    })
  })
  const rot = curves
    .filter(({ sweep }) => sweep === 'longmemeval' || sweep === 'needle')
    .map((row): Row => ({ ...row, who: row.benchmark! }))
  const last = sweepPanel({
    rows: rot,
    x: resourceAxis(rot, 'input tokens', [1000, 10_000, 100_000, 1_000_000], 'power'),
    y: shareAxis(null),
    by,
    size,
    title: `${panelLetter(5)} Context Rot, beside`,
  })
  return above(beside(...panels.slice(0, 2)), beside(...panels.slice(2, 4)), beside(panels[4]!, last))
}
