import type { Stream, StreamFactory } from '@lawbook/base'
import type { Row } from '@lawbook/schemas'
import { meanCurve, type Stratum } from '@lawbook/sweeps'
import { worldRow } from '@lawbook/worlds'
import { armIds } from './arms.ts'
import type { OptimizationChoices } from './choices.ts'
import { asEstimate } from './estimate.ts'
import type { Book, Panel } from './evidence.ts'
import { type JudgedId, judge, judgedIds, mostOf, places, stepCount } from './judge.ts'

/**
 * A world: what arms truly change, in points. `steps` are the authors' four steps, which add up; `captured` is the part of
 * all captures that they undo; `spill` is what edited skills gain while others lose as much in all; `elsewhere` is what
 * ours gain in the other library, where ours gain `ours` here.
 */
type World = {
  readonly steps: readonly number[]
  readonly hijack: number
  readonly captured: number
  readonly ours: number
  readonly placebo: number
  readonly hub: number
  readonly elsewhere: number
  readonly spill?: number
}
const nothing: World = { steps: [0, 0, 0, 0], hijack: 0, captured: 0, ours: 0, placebo: 0, hub: 0, elsewhere: 0 }

/**
 * `as-claimed`: the paper's numbers, and edits of ours that help in both libraries. `edited-only`: skills that were edited
 * gain what the others lose. `dropped`: skills go and with them the right answers that they gave; whoever no longer asked
 * for them would see a gain. `any-words`: words of other skills do as much as the right ones. `at-home`: ours gain here
 * and nothing elsewhere.
 */
export const worlds: Readonly<Record<string, World>> = {
  'as-claimed': {
    steps: [1.35, 12.8, 4.9, 1.35],
    ...{ hijack: -18.3, captured: 0.8, ours: 4, placebo: 0, hub: 3, elsewhere: 4 },
  },
  'no-effect': nothing,
  reversed: {
    steps: [-1, -4, -4, -1],
    ...{ hijack: 8, captured: -0.5, ours: -4, placebo: 0, hub: -3, elsewhere: -4 },
  },
  'edited-only': { ...nothing, spill: 10 },
  dropped: { ...nothing, steps: [0, 0, -3, 0], hijack: 3, captured: -0.05, ours: -3, placebo: -3, elsewhere: -3 },
  'any-words': { ...nothing, ours: 4, placebo: 4, hub: 3, elsewhere: 4 },
  'at-home': { ...nothing, ours: 4, elsewhere: 0 },
}

/** What each measure is in a world with infinitely many requests, in points; `captured` is the share captured before. */
export function truth(id: JudgedId, world: string, captured = 0.1): number {
  const { steps, hijack, captured: undone, ours, placebo, hub, elsewhere } = worlds[world]!
  const values: Record<JudgedId, number> = {
    gain: steps.reduce((sum, step) => sum + step, 0),
    hijack,
    capture: -100 * undone * captured,
    'boundary-share': steps[places.boundary]!,
    'removal-share': steps[places.removal]!,
    'edits-gain': ours,
    'placebo-difference': ours - placebo,
    'hub-gain': hub,
    'kept-elsewhere': elsewhere - mostOf * ours,
  }
  return values[id]
}

/** Put every world through the judged measures. One row a world, replicate and measure. */
export function plantedRows({
  panel,
  edited,
  choices,
  stream,
}: {
  readonly panel: Panel
  /** For each package the share of its requests that are meant for edited skills. */
  readonly edited: Float64Array
  readonly choices: OptimizationChoices
  readonly stream: StreamFactory
}): Row[] {
  return Object.keys(worlds).flatMap((world) =>
    Array.from({ length: choices.replicates }, (_, replicate) => {
      const found = judge(plantedPanel(panel, world, edited, stream('world', world, replicate)), choices)
      return judgedIds.map((id): Row => {
        const one = found[id]
        return worldRow(world, replicate, id, one === null ? null : asEstimate(one))
      })
    }).flat(),
  )
}

/**
 * A panel of a world, made from one that was observed: a coin for each package says whether what sets its changes apart
 * from the mean change keeps or turns its sign, in all columns alike, so that packages differ as much as they do; then all
 * requests of an arm change by what the world says.
 */
export function plantedPanel(panel: Panel, world: string, edited: Float64Array, stream: Stream): Panel {
  const what = worlds[world]!
  const signs = coins(panel.pooled, stream)
  const captured = 100 * means(panel.held).get('before.captured')!
  const here = { truth: (column: string) => truthOf(column, what, captured), spill: spillOf(what, edited) }
  return {
    pooled: plantedBook(panel.pooled, signs, here),
    held: plantedBook(panel.held, signs, here),
    ladder: plantedBook(panel.ladder, signs, here),
    elsewhere: plantedBook(panel.elsewhere, coins(panel.elsewhere, stream), {
      truth: (column) => (column.startsWith(`${armIds.ours}.`) ? what.elsewhere : 0),
      spill: null,
    }),
  }
}

const coins = ({ sample }: Book, stream: Stream): number[] =>
  Array.from({ length: sample.clusters }, () => (stream.uniform() < 0.5 ? -1 : 1))

/** What a column truly changes, in points. */
function truthOf(column: string, { steps, hijack, captured: undone, ours, placebo, hub }: World, captured: number) {
  const { arm, outcome } = parsed(column)
  const mask = /\.([01]+)$/.exec(arm)?.[1]
  const share = (of: string): number => of.split('').reduce((sum, on, k) => sum + Number(on) * steps[k]!, 0)
  const total = share('1'.repeat(stepCount))
  if (arm.includes('.placebo.')) return arm.startsWith(armIds.ours) ? placebo : 0
  if (arm.startsWith(armIds.authors) && outcome === 'right') return arm === armIds.authors ? total : share(mask ?? '0')
  if (arm === armIds.authors && outcome === 'wrong') return hijack
  if (arm === armIds.authors && outcome === 'captured') return -undone * captured
  if (!/^right|^full/.test(outcome)) return 0
  return arm === armIds.ours ? ours : arm === armIds.hub ? hub : 0
}

/** What edited skills gain and the others lose, by package, in points: nothing over all requests. */
function spillOf({ spill }: World, edited: Float64Array): Float64Array | null {
  if (spill === undefined) return null
  return edited.map((share) => spill * share)
}

/** The arm of a column and its outcome: `ours.right.50` is `ours` and `right.50`. */
export function parsed(column: string): { readonly arm: string; readonly outcome: string } {
  const at = column.search(/\.(right|wrong|full|twin|silent|captured|near|lenient)/)
  return { arm: column.slice(0, at), outcome: column.slice(at + 1) }
}

function means({ columns, sample }: Book): Map<string, number> {
  const curve = meanCurve(sample, null)
  return new Map(columns.map((column, k) => [column, curve[k]!]))
}

type Planted = { readonly truth: (column: string) => number; readonly spill: Float64Array | null }

function plantedBook({ columns, sample }: Book, signs: readonly number[], { truth, spill }: Planted): Book {
  const baseOf = columns.map((column) => columns.indexOf(baseColumn(column, columns)))
  const changes = columns.map((column) => truth(column) / 100)
  const strata = sample.strata.map((stratum): Stratum => {
    const C = columns.length
    const sums = stratum.sums.slice()
    const totals = new Float64Array(C)
    const mean = spill === null ? 0 : weighted(spill, stratum)
    for (let g = 0; g < sample.clusters; g++)
      for (let c = 0; c < C; c++) {
        const [base, n] = [stratum.sums[g * C + baseOf[c]!]!, stratum.counts[g]!]
        const average = (stratum.totals[c]! - stratum.totals[baseOf[c]!]!) / stratum.n
        const apart = stratum.sums[g * C + c]! - base - n * average
        const moved = baseOf[c] === c || spill === null ? 0 : (n * (spill[g]! - mean)) / 100
        sums[g * C + c] = base + signs[g]! * apart + n * changes[c]! + moved
        totals[c]! += sums[g * C + c]!
      }
    return { ...stratum, sums, totals }
  })
  return { columns, sample: { ...sample, strata } }
}

/** The column of the unedited library with the same outcome. */
function baseColumn(column: string, columns: readonly string[]): string {
  const { arm, outcome } = parsed(column)
  const half = /\.[01]$/.exec(arm)?.[0] ?? ''
  const base = [`before.${outcome}`, `before${half}.${outcome}`].find((one) => columns.includes(one))
  return base ?? column
}

function weighted(values: Float64Array, { counts, n }: Stratum): number {
  return values.reduce((sum, value, g) => sum + value * counts[g]!, 0) / n
}
