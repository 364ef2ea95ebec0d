import { defineExperiment, type Findings } from '@lawbook/experiment'
import { type Bounds, div, exactly, hull, middle, readPrinted } from '@lawbook/rounding'
import type { Row } from '@lawbook/schemas'
import { type Architecture, allChanges, architectures, benchmarkIds, type Read, teams } from './cells.ts'
import { tokenRatio, tokensATrial, tokensPerSuccessRatio } from './checks.ts'
import { columns } from './columns.ts'
import { allowedBy, centreBy, type Inputs, inputOf, measuresOf } from './measures.ts'
import { printedNumbers } from './printed.ts'
import { readings, turnsBy } from './turnLaw.ts'
import { worldRows } from './worlds.ts'

/**
 * The numbers of arXiv 2512.08296 against each other: definitions, tables, text and fitted laws by interval arithmetic
 * on rounding. Nothing is measured; two descriptions of the turn law on five means carry no interval.
 */
export default defineExperiment({
  id: 'agents-paper-arithmetic',
  title: "The agent paper's numbers against each other",
  data: { printed: printedNumbers },
  choices: {
    /** The numbers of agents over which the turn law is drawn. */
    agents: { from: 1, to: 7, step: 0.25 },
  },
  quick: {},

  async observe({ data }) {
    const rows = data.printed.map((entry) => {
      const { value, halfWidth } = readPrinted(entry)
      const { symbol, meaning, where } = entry
      return { symbol, value, half_width: halfWidth, meaning, where }
    })
    const n = rows.length
    const ledger = { stage: 'printed numbers', planned: n, used: n, excluded: [], failed: 0, missing: 0 }
    return { tables: { printed: rows }, attrition: [ledger], decisions: 0 }
  },

  async run({ evidence, choices }): Promise<Findings> {
    const inputs = inputsOf(evidence.printed ?? [])
    const { from, to, step } = choices.agents
    const sizes = Array.from({ length: Math.round((to - from) / step) + 1 }, (_, i) => from + i * step)
    return {
      measures: measuresOf(inputs),
      fits: [],
      tables: {
        shared: sharedRows(inputs),
        tokens: Object.keys(architectures).map((name) => tokenRow(inputs, name)),
        turns: (Object.keys(architectures) as Architecture[]).map((name) => turnRow(inputs, name)),
        law: sizes.map((agents) => lawRow(inputs, agents)),
        changes: changeRows(inputs),
        worlds: worldRows(inputs),
      },
      notes: [
        'A column agrees where one choice of unrounded numbers satisfies all of its entries at once.',
        'The turn law on the five means is described and not judged: the fit and its n are not published.',
        'Success in Table 5 against the mean of the four benchmarks is an inference of ours, no statement of the paper, and no claim.',
      ],
    }
  },
})

/** The evidence rows by symbol. */
function inputsOf(rows: readonly Row[]): Inputs {
  return new Map(
    rows.map((row) => [String(row.symbol), { value: Number(row.value), halfWidth: Number(row.half_width) }]),
  )
}

/** A formula on the printed centres, and the ends of what rounding allows it to be. */
function drawn(inputs: Inputs, formula: (x: Read) => Bounds): { value: number; lo: number; hi: number } {
  const [lo, hi] = formula(allowedBy(inputs))
  return { value: middle(formula(centreBy(inputs))), lo, hi }
}

/** What every entry of every column allows the number to be that it shares with the others. */
function sharedRows(inputs: Inputs): Row[] {
  return columns.flatMap(({ id, unit, groups }) =>
    Object.entries(groups).flatMap(([group, entries]) =>
      Object.entries(entries).map(([entry, formula]) => ({
        column: id,
        group,
        entry,
        unit,
        ...drawn(inputs, formula),
      })),
    ),
  )
}

/** Tokens as two statements of the paper imply them: absolute, and relative to the single agent. */
function tokenRow(inputs: Inputs, architecture: string): Row {
  const tokens = drawn(inputs, (x) => tokensATrial(x, architecture))
  const bySuccess = drawn(inputs, (x) => (architecture === 'single' ? exactly(1) : tokenRatio(x, architecture)))
  const perSuccess = drawn(inputs, (x) => tokensPerSuccessRatio(x, architecture))
  const byTurns = drawn(inputs, (x) =>
    architecture === 'single' ? exactly(1) : div(x(`turns-${architecture}`), x('turns-single')),
  )
  return {
    architecture,
    tokens: tokens.value,
    by_success: bySuccess.value,
    by_success_lo: bySuccess.lo,
    by_success_hi: bySuccess.hi,
    per_success: perSuccess.value,
    per_success_lo: perSuccess.lo,
    per_success_hi: perSuccess.hi,
    by_turns: byTurns.value,
    by_turns_lo: byTurns.lo,
    by_turns_hi: byTurns.hi,
  }
}

/** Mean turns of Table 5 with one standard deviation between runs, and the number of agents in both readings. */
function turnRow(inputs: Inputs, architecture: Architecture): Row {
  const { value: turns } = inputOf(inputs, `turns-${architecture}`)
  const { value: sd } = inputOf(inputs, `turns-sd-${architecture}`)
  return {
    architecture,
    agents: readings['orchestrator-counted'][architecture],
    agents_workers: readings['workers-alone'][architecture],
    turns,
    lo: turns - sd,
    hi: turns + sd,
  }
}

/** The turn law, with the ends of what its printed exponent interval allows. */
function lawRow(inputs: Inputs, agents: number): Row {
  const at = exactly(agents)
  const x = centreBy(inputs)
  const [lo, hi] = turnsBy(x, at, hull(x('law-exponent-low'), x('law-exponent-high')))
  return { agents, turns: middle(turnsBy(x, at, x('law-exponent'))), lo, hi }
}

function changeRows(inputs: Inputs): Row[] {
  const values = allChanges(centreBy(inputs)).map(middle)
  const [cells, k] = [benchmarkIds.flatMap((benchmark) => teams.map((team) => ({ benchmark, team }))), values.length]
  return Array.from({ length: k }, (_, i) => ({ ...cells[i]!, change: values[i]! }))
}
