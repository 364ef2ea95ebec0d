import type { AgentRow } from '@lawbook/agent-runs'
import { logScale, nestedIntervals, wilson } from '@lawbook/estimators'
import type { Estimate, Measure, Row } from '@lawbook/schemas'
import { jackknifed } from './cells.ts'
import type { PeakChoices } from './choices.ts'
import { measureOf, nested } from './measures.ts'
import { groups } from './sweeps.ts'

/** One agent and a team on the same input, at one level. */
type Pair = {
  readonly level: string
  readonly size: number
  readonly single: number
  readonly n: number
  readonly team: number
}

/** The note on team figures that the paper prints beside the single agent's; other tables may be of other runs. */
const sameTable = 'table with the single agent'

/** Silo-Bench: the team beside the single agent on as much input, by level. */
export function pairsOf(rows: readonly AgentRow[]): Pair[] {
  const own = rows.filter(({ source, metric }) => source === 'silo-bench' && metric === 'success')
  return own
    .filter(({ agent, n, x, y }) => agent === 'single agent' && n !== null && x !== null && y !== null)
    .flatMap((alone) => {
      const team = own.find(
        ({ agent, model, setting, x, note }) =>
          agent === 'team' && note === sameTable && model === alone.model && setting === alone.setting && x === alone.x,
      )
      if (team === undefined || team.y === null) return []
      return [{ level: alone.setting!, size: alone.x!, single: alone.y!, n: alone.n!, team: team.y }]
    })
}

/**
 * The table `control`: the share of the single agent's success that is lost, with the single agent's Wilson interval,
 * in which its trials count as independent.
 */
export function controlRows(pairs: readonly Pair[]): Row[] {
  return pairs.map(({ level, size, single, n, team }) => {
    const [lo, hi] = wilson(single * n, n, 0.9)
    const lost = (alone: number): number => 1 - team / alone
    return {
      level,
      size,
      single,
      singleLo: lo,
      singleHi: hi,
      team,
      n,
      lost: lost(single),
      lostLo: lost(lo),
      lostHi: lost(hi),
    }
  })
}

type Means = {
  readonly single: number
  readonly team: number
  readonly ofSingle: number
  readonly ofTeam: number
}

/**
 * Success of one agent and of a team on the same input, means over levels with their variances: that of the single
 * agent's trials, taken as independent within and between levels (which tasks they are of is not told), and at most
 * q (1 - q) / tasks of the team.
 */
function meansOf(pairs: readonly Pair[], tasks: number): Means {
  const mean = (of: (pair: Pair) => number): number => pairs.reduce((sum, pair) => sum + of(pair) / pairs.length, 0)
  const [single, team] = [mean((pair) => pair.single), mean((pair) => pair.team)]
  return {
    single,
    team,
    ofSingle: mean(({ single: q, n }) => (q * (1 - q)) / n) / pairs.length,
    ofTeam: (team * (1 - team)) / tasks,
  }
}

/** The share of the single agent's success that a team loses: by the delta method on ln(team / single). */
function lost({ single, team, ofSingle, ofTeam }: Means): Estimate {
  if (!(single > 0 && team > 0)) return { value: null, i90: null, i995: null }
  const se = Math.sqrt(ofSingle / (single * single) + ofTeam / (team * team))
  const ratio = { value: Math.log(team / single), se, df: many }
  const { value, i90, i995 } = nestedIntervals({ ...ratio, sided: 'two', transform: logScale })
  const flip = ([lo, hi]: readonly [number, number]): [number, number] => [100 * (1 - hi), 100 * (1 - lo)]
  return { value: 100 * (1 - value), i90: flip(i90), i995: flip(i995) }
}

/** The points that a team lies below the single agent. */
function gap({ single, team, ofSingle, ofTeam }: Means): Estimate {
  const se = 100 * Math.sqrt(ofSingle + ofTeam)
  return nestedIntervals({ value: 100 * (single - team), se, df: many, sided: 'two' })
}

/** Degrees of freedom that stand for "many" where a spread follows from the shares. */
const many = 1e6

/** One scale of what teams lose on the same input, by team size; its value is of the size inside the claimed band. */
function onSameInput(rows: readonly AgentRow[], { band, studies }: PeakChoices, of: (means: Means) => Estimate) {
  const pairs = pairsOf(rows)
  const tasks = studies.find(({ source, tasks: known }) => source === 'silo-bench' && known !== null)?.tasks ?? 1
  const at = (size: number): Estimate =>
    of(
      meansOf(
        pairs.filter((pair) => pair.size === size),
        tasks,
      ),
    )
  const sizes = [...new Set(pairs.map(({ size }) => size))].sort((a, b) => a - b)
  const inside = sizes.find((size) => size >= band.from && size <= band.to)
  return {
    estimate: inside === undefined ? { value: null, i90: null, i995: null } : at(inside),
    inside: inside ?? 'any size',
    resampled: `trials of the single agent, as if independent; ${tasks} tasks of the team, an upper bound of its spread`,
    n: pairs.filter(({ size }) => size === inside).reduce((sum, { n }) => sum + n, 0),
    parts: sizes.map((size) => ({ label: `${size} agents`, ...at(size) })),
  }
}

const noControl = 'no team inside the band has a single agent on the same input'

/** What teams lose on the same input as a share of the single agent's success. */
export function controlMeasure(rows: readonly AgentRow[], choices: PeakChoices): Measure {
  const { estimate, inside, resampled, n, parts } = onSameInput(rows, choices, lost)
  return measureOf(
    estimate,
    {
      id: 'lost-inside-band',
      title: `share of one agent’s success on the same input that a team of ${inside} loses, Silo-Bench, GPT-OSS-120B`,
      method: 'ratio of means over three levels; delta method on the logarithm',
      resampled,
      n,
      unit: '% of one agent’s success',
      parts,
    },
    noControl,
  )
}

/** The same in points of success: one agent less a team. */
export function gapMeasure(rows: readonly AgentRow[], choices: PeakChoices): Measure {
  const { estimate, inside, resampled, n, parts } = onSameInput(rows, choices, gap)
  return measureOf(
    estimate,
    {
      id: 'gap-inside-band',
      title: `success of one agent less that of a team of ${inside} on the same input, Silo-Bench, GPT-OSS-120B`,
      method: 'difference of means over three levels, normal',
      resampled,
      n,
      unit: 'points',
      parts,
    },
    noControl,
  )
}

/** CooperBench: two agents less one on the same pairs of features, mean over models. */
export function pairMeasure(rows: readonly AgentRow[]): Measure {
  const own = rows.filter(({ source, y }) => source === 'cooperbench' && y !== null)
  const differences = [...groups(own, ({ model }) => String(model))].flatMap(([model, part]) => {
    const [alone, two] = [1, 2].map((size) => part.find(({ x }) => x === size)?.y)
    return alone == null || two == null ? [] : [{ model, points: 100 * (two - alone) }]
  })
  const mean = (some: readonly (typeof differences)[number][]): number =>
    some.reduce((sum, { points }) => sum + points / some.length, 0)
  return measureOf(
    nested(jackknifed(differences, ({ model }) => model, mean)),
    {
      id: 'two-minus-one',
      title: 'success of two agents less that of one on the same work, CooperBench',
      method: 'mean of paired differences over models, t',
      resampled: `${differences.length} models on the same tasks`,
      n: differences.length,
      unit: 'points',
      parts: differences.map(({ model, points }) => ({ label: model, value: points, i90: null, i995: null })),
    },
    'no model was run alone and in pairs',
  )
}

/** The table `pairs`: one agent and two on the same work, by model. */
export function pairRows(rows: readonly AgentRow[]): Row[] {
  return rows
    .filter(({ source, metric }) => source === 'cooperbench' && metric === 'success')
    .map(({ model, x, y, n }) => ({ label: model, size: x, success: y, n }))
}
