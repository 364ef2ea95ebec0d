import { byCodeUnit } from '@lawbook/base'
import type { Estimate, Measure } from '@lawbook/schemas'
import { type AxisId, sweepById, unitsBy } from './axes.ts'
import type { AxesChoices } from './choices.ts'
import type { Reading } from './contrast.ts'
import { estimateOf } from './estimate.ts'
import { change } from './functional.ts'
import type { Observed } from './observed.ts'
import { overModels, pooled, type Sweep, slopeOf } from './pool.ts'
import { everySweep, medianOf } from './rules.ts'
import { restricted, type Series } from './series.ts'
import { meanOverUnits, measured, type Part, partsOf } from './units.ts'

export type Alternative = NonNullable<Measure['alternatives']>[number]

const option = (choice: string, name: string, estimate: Estimate): Alternative => ({
  choice,
  option: name,
  ...estimate,
})

/** The other readings of "success rises along the axis", and the mean without each of its parts. */
function otherRules(axis: AxisId, observed: Observed): Alternative[] {
  const parts = partsOf(axis, observed, unitsBy[axis][0]!)
  return [
    option('rule', 'rises in every part (with an error of its own)', everySweep(parts)),
    option('rule', 'the median part', medianOf(parts)),
    ...parts.map(({ label }) =>
      option('part left out', label, meanOverUnits([parts.filter((part) => part.label !== label)])),
    ),
  ]
}

/** The axis with one sweep in place of another. */
function swapped(axis: AxisId, observed: Observed, id: string, by: string): Alternative {
  const label = sweepById(id).label
  const parts = partsOf(axis, observed, 'sweep').map((part): Part => {
    return part.label === label
      ? { key: by, label: sweepById(by).label, contrast: measured(by, observed.sweeps.get(by)!) }
      : part
  })
  return option(label, sweepById(by).label, meanOverUnits([parts]))
}

export function computeAlternatives(observed: Observed): Alternative[] {
  return [...otherRules('compute', observed), swapped('compute', observed, 'gab-parallel', 'gab-parallel-gpt5')]
}

export function agentCountAlternatives(observed: Observed): Alternative[] {
  const teams = ['llm-teams pre-assigned', 'llm-teams self-organised']
  const settings = observed.sweeps.get(teams[0]!)!.series.map(({ about }) => String(about.setting))
  const atShare = (id: string, share: string): Estimate => {
    const sweep = observed.sweeps.get(id)!
    return estimateOf(slopeOf({ ...sweep, series: sweep.series.filter(({ about }) => about.setting === share) }))
  }
  return [
    ...otherRules('agent-count', observed),
    swapped('agent-count', observed, 'teambench', 'teambench-score'),
    swapped('agent-count', observed, 'teambench', 'teambench-restricted'),
    ...[...new Set(settings)]
      .sort(byCodeUnit)
      .flatMap((share) =>
        teams.map((id) => option('parallel share', `${share}, ${sweepById(id).label} alone`, atShare(id, share))),
      ),
  ]
}

/** Context budgets under other readings, on other parts, and with other units. */
export function rawContextAlternatives(observed: Observed, unsplit: Observed, choices: AxesChoices): Alternative[] {
  const sweep = observed.sweeps.get('general-agentbench')!
  const composite: Sweep = {
    ...sweep,
    series: [
      ...sweep.series.filter(({ about }) => about.benchmark !== 'mcpbench'),
      ...observed.sweeps.get('mcpbench-composite')!.series,
    ],
  }
  const from: Sweep = { ...sweep, series: sweep.series.map((one) => restricted(one, (x) => x >= choices.roomFrom)) }
  const also = (budgets: Sweep, reading: Reading = 'recorded'): Estimate => overBenchmarks(budgets, reading)
  return [
    ...otherRules('raw-context', observed),
    option('missing runs', 'as published, the judge’s part of mcpbench', also(sweep, 'as-published')),
    option('missing runs', 'as published, the composite of mcpbench', also(composite, 'as-published')),
    option('budgets', `from ${choices.roomFrom}k on`, also(from)),
    option('budgets', 'with those of another prompt', also(unsplit.sweeps.get('general-agentbench')!)),
    option('unit', 'models', estimateOf(overModels(sweep))),
    option('unit', 'tasks; models and benchmarks held fixed', estimateOf(slopeOf(sweep))),
  ]
}

function overBenchmarks(sweep: Sweep, reading: Reading): Estimate {
  const observed = { sweeps: new Map([['general-agentbench', unnamed(sweep)]]) }
  return meanOverUnits([partsOf('raw-context', observed, 'benchmark', reading)])
}

/** Curves of another sweep as curves of the budgets. */
function unnamed(sweep: Sweep): Sweep {
  const series = sweep.series.map((one): Series => ({ ...one, about: { ...one.about, sweep: 'general-agentbench' } }))
  return { ...sweep, series }
}

export function toolDepthAlternatives(observed: Observed): Alternative[] {
  const [ladders, models] = unitsBy['tool-depth'].map((unit) => partsOf('tool-depth', observed, unit))
  const series = [...observed.sweeps.values()].flatMap((sweep) => sweep.series.filter(isLadder))
  const all: Sweep = { pool: 'shared', sampling: 'same tasks', series }
  return [
    ...otherRules('tool-depth', observed),
    option('unit', 'ladders', meanOverUnits([ladders!])),
    option('unit', 'models', meanOverUnits([models!])),
    option('unit', 'questions; models and retrievers held fixed', estimateOf(slopeOf(all))),
  ]
}

const isLadder = ({ about }: Series): boolean => sweepById(about.sweep).axis === 'tool-depth'

/** Managed context with the tasks resampled and the models held fixed: both arms are the same tasks. */
export function managedAlternatives(observed: Observed): Alternative[] {
  const gain = pooled(observed.sweeps.get('kimi-k2.5')!, change)
  return [...otherRules('managed-context', observed), option('unit', 'tasks; models held fixed', estimateOf(gain))]
}
