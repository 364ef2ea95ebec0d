import {
  above,
  beside,
  contextLines,
  type Panel,
  panel,
  panelLetter,
  points,
  type Series,
  series,
  type Theme,
} from '@lawbook/figures'
import type { Row } from '@lawbook/schemas'
import { resourceAxis, shareAxis, sweepPanel } from './panels.ts'
import { sweepRows } from './words.ts'

type Size = { readonly width: number; readonly height: number }

/** The kinds of points, over all panels. */
const agentSeries = {
  'p = 0.9': 'p = 0.9',
  'p = 0.5': 'p = 0.5',
  'p = 0.2': 'p = 0.2',
  mean: 'mean',
  team: 'team',
  one: 'one agent',
}

/** LLM Teams, CooperBench, TeamBench, Kim 2025 and Silo-Bench. */
export function agentPanels(curves: readonly Row[], siloTeams: readonly Row[], theme: Theme): Panel {
  const by = series({ field: 'curve', names: agentSeries, legend: true })
  const [wide, size] = [2, 3].map((columns) => ({ width: theme.width / columns - 34, height: 104 })) as [Size, Size]
  const teams = ['llm-teams pre-assigned', 'llm-teams self-organised'].map((id, k) => {
    const rows = sweepRows(curves, id)
      .filter(({ curve }) => curve !== 'mean')
      .map(apart)
    const x = resourceAxis(rows, 'agents', [1, 2, 3, 4, 5])
    const y = shareAxis(k === 0 ? 'success' : null, k === 0 ? [0.6, 1] : [0, 1])
    return sweepPanel({
      rows,
      x,
      y,
      by,
      size: wide,
      title: `${panelLetter(k)} ${['pre-assigned', 'self-organised'][k]!}`,
    })
  })
  const against = [
    ['cooperbench', 'CooperBench, paper', 2],
    ['cooperbench-report', 'CooperBench, report', 2],
    ['teambench', 'TeamBench', 3],
  ] as const
  const others = against.map(([id, title, most], k) => {
    const all = sweepRows(curves, id)
    return sweepPanel({
      rows: all.filter(({ curve }) => curve === 'mean'),
      behind: all.filter(({ curve }) => curve !== 'mean'),
      x: resourceAxis(all, 'agents', [1, most]),
      y: shareAxis(k === 0 ? 'success' : null),
      by,
      size,
      title: `${panelLetter(k + 2)} ${title}`,
    })
  })
  const silo = siloRows(sweepRows(curves, 'silo-bench'))
  const last = sweepPanel({
    rows: silo,
    behind: siloTeams.map((row): Row => ({ ...row, curve: row.model! })),
    x: resourceAxis(silo, 'agents and their input', [2, 5, 10, 20, 50, 100]),
    y: shareAxis(null),
    by,
    size: wide,
    title: `${panelLetter(6)} Silo-Bench`,
    joined: true,
  })
  const architectures = kimPanel(sweepRows(curves, 'kim-2025'), by, wide)
  return above(beside(...teams), beside(...others), beside(architectures, last))
}

/** The single agent and four architectures of teams, each joined to it in grey. */
function kimPanel(rows: readonly Row[], by: Series, size: Size): Panel {
  const x = resourceAxis(rows, 'agents', [1, 3, 4])
  const y = shareAxis('success')
  const marked = rows.map((row): Row => ({ ...row, curve: row.x === 1 ? 'one' : 'team' }))
  return panel({
    ...size,
    rows: marked,
    title: `${panelLetter(5)} Kim 2025`,
    layers: [contextLines({ x, y, group: 'curve', rows }), points({ x, y, by })],
  })
}

/** A little to the side of one another, so that intervals at one size can be told apart. */
function apart(row: Row): Row {
  return { ...row, x: Number(row.x) * Math.exp(0.025 * (Object.keys(agentSeries).indexOf(String(row.curve)) - 1)) }
}

/** A point of one agent and one of the team at each input, which is as large as the team. */
function siloRows(rows: readonly Row[]): Row[] {
  return rows
    .filter(({ x }) => x !== 1)
    .flatMap((team) => {
      const alone = rows.find(({ curve, x }) => curve === team.curve && x === 1)!
      return [
        { ...team, curve: 'team' },
        { ...alone, x: team.x!, curve: 'one' },
      ]
    })
}
