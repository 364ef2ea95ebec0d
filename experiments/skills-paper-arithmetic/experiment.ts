import { integerPow } from '@lawbook/base'
import { defineExperiment, type Findings } from '@lawbook/experiment'
import { boundsOf, exactly, readPrinted } from '@lawbook/rounding'
import type { Measure, Row } from '@lawbook/schemas'
import { checks, type Read } from './checks.ts'
import { type Inputs, inputOf, measuresOf, r2Question } from './measures.ts'
import { printedNumbers } from './printed.ts'
import { approximateShare, shareAboveLine } from './r2.ts'
import { meanLaw } from './rescue.ts'
import { worldRows } from './worlds.ts'

/**
 * The paper's own numbers against each other: formulas on printed numbers by interval arithmetic on their rounding,
 * and what its mean routing law implies for its R² line and its rescue factor. No data of anybody are needed.
 */
export default defineExperiment({
  id: 'skills-paper-arithmetic',
  title: "The skill paper's numbers against each other",
  data: { printed: printedNumbers },
  choices: {
    /** Library sizes of the released routing sweep. */
    ladder: [10, 20, 50, 100, 200, 500],
    likely: 0.5,
    replicates: 20_000,
    otherLikely: [0.05, 0.95],
    /** Replicates in planted worlds, where the question is only whether the rule notices. */
    worldReplicates: 4000,
    /** Independent decisions a size at which the share above the line is tabulated. */
    decisions: [
      125, 180, 250, 350, 500, 700, 1000, 1400, 2000, 2500, 2800, 3200, 3600, 4000, 4600, 5200, 6000, 7000, 8000,
      10_500, 14_000,
    ],
    /** Decades of library size over which the mean law is drawn. */
    decades: 9,
  },
  quick: { replicates: 2000, worldReplicates: 500 },

  async observe({ data }) {
    const rows = data.printed.map((entry) => {
      const { value, halfWidth } = readPrinted(entry)
      const { symbol, meaning, where, source } = entry
      return { symbol, value, half_width: halfWidth, meaning, where, source }
    })
    const n = rows.length
    const ledger = { stage: 'printed numbers', planned: n, used: n, excluded: [], failed: 0, missing: 0 }
    return { tables: { printed: rows }, attrition: [ledger], decisions: 0 }
  },

  async run({ evidence, choices, stream }): Promise<Findings> {
    const inputs = inputsOf(evidence.printed ?? [])
    const measures = measuresOf(inputs, choices, stream)
    const inWorlds = { ...choices, replicates: choices.worldReplicates, otherLikely: [] }
    return {
      measures,
      fits: [],
      tables: {
        checks: checkRows(inputs, measures),
        r2: choices.decisions.map((n) => r2Row(inputs, n)),
        rescue: Array.from({ length: choices.decades * 10 + 1 }, (_, i) => rescueRow(inputs, i / 10)),
        worlds: worldRows(inputs, inWorlds, stream),
      },
      notes: [
        'The mean law is one model: 15 models of unequal slope need more decisions, since the flattest decides.',
        'Shared requests and shared libraries make decisions dependent; the simulation has neither.',
      ],
    }

    function r2Row(known: Inputs, n: number) {
      const question = r2Question(known, choices.ladder)
      const models = inputOf(known, 'models').value
      const { share, se } = shareAboveLine(question, n, choices.replicates, stream)
      const all = (p: number) => integerPow(Math.min(1, Math.max(0, p)), models)
      return {
        decisions: n,
        one_model: share,
        one_model_approximate: approximateShare(question, n),
        all_models: all(share),
        all_models_lo90: all(share - 1.6448536269514722 * se),
        all_models_hi90: all(share + 1.6448536269514722 * se),
      }
    }
  },
})

/** The evidence rows by symbol. */
function inputsOf(rows: readonly Row[]): Inputs {
  return new Map(
    rows.map((row) => [String(row.symbol), { value: Number(row.value), halfWidth: Number(row.half_width) }]),
  )
}

/** Each check beside the printed number it is held against, where there is one. */
function checkRows(inputs: Inputs, measures: readonly Measure[]): Row[] {
  const targets = new Map(checks.map(({ id, target }) => [id, target]))
  return measures
    .filter(({ id }) => targets.has(id))
    .map(({ id, title, unit, value, i90 }) => {
      const target = targets.get(id) ?? null
      const line = target === null ? null : inputOf(inputs, target)
      const bounds = line === null ? null : boundsOf(line.value, line.halfWidth)
      const held = { printed: line?.value ?? null, printed_lo: bounds?.[0] ?? null, printed_hi: bounds?.[1] ?? null }
      return { id, title, unit, ...held, recomputed: value, lo: i90?.[0] ?? null, hi: i90?.[1] ?? null }
    })
}

/** The mean law at 10^exponent skills, with what the rounding of a and b allows. */
function rescueRow(inputs: Inputs, exponent: number) {
  const size = Math.exp(exponent * Math.LN10)
  const { value: a, halfWidth: da } = inputOf(inputs, 'a')
  const { value: b, halfWidth: db } = inputOf(inputs, 'b')
  const law = (x: Read) => meanLaw(x, exactly(size))
  const [lo, hi] = law((symbol) => (symbol === 'a' ? boundsOf(a, da) : boundsOf(b, db)))
  return { size, accuracy: law((symbol) => exactly(symbol === 'a' ? a : b))[0], lo, hi }
}
