import { type ByDesign, contrastAt, enrichmentOf, type Reading, statistics } from './enrichment.ts'
import { byPackage, combined, type Jackknifed, type Judged, judgedAt } from './estimate.ts'
import { cellOf, type Design, designNames, designs, type Tally, totals } from './tally.ts'

export type Contrast = { readonly label: string; readonly design: Design; readonly judged: Judged }

export type Progression = {
  /** Ordered in both designs: see `progressionOf`. */
  readonly both: Judged
  /** Ordered in one design. */
  readonly alone: Readonly<Record<Design, Judged>>
  readonly contrasts: readonly Contrast[]
  /** Block 0: the routers together; block 1 + k: router `able[k]`. Each is a vector of `enrichmentOf`. */
  readonly jackknifed: Jackknifed
  /** Which of the routers given have black holes, and are in. */
  readonly able: readonly number[]
}

/**
 * Does enrichment grow least for local wrong picks and most for captured ones? Shares are averaged over routers, one a
 * kin, that have black holes at all, before the logarithm is taken: a ratio of means, which exists where one router
 * has no captured pick at some size. In one design the ordering is an intersection-union test of its two adjacent
 * contrasts: componentwise minima. Over the two designs: both have to agree before the claim does, so the lower limits
 * are the smaller ones; and both have to deny it, so the upper limits are the larger ones. Where the designs disagree,
 * the interval holds zero: design-dependent, inconclusive.
 */
export function progressionOf(routers: readonly ByDesign[], reading: Reading): Progression | null {
  const able = [...routers.keys()].filter((k) => cellOf(totals(routers[k]!.random, null), 0, 'chance.capture') > 0)
  const each = able.map((k) => routers[k]!)
  const [first] = each
  if (first === undefined) return null
  const length = statistics(reading.ladder.length)
  const all = [together(each), ...each]
  const jackknifed = byPackage(first.random.counts, (leftOut) => {
    const out = new Float64Array(length * all.length)
    for (const [k, tallies] of all.entries()) out.set(enrichmentOf(tallies, reading, leftOut), k * length)
    return out
  })
  const contrasts = designs.flatMap((design) =>
    [0, 1].map(
      (c): Contrast => ({
        design,
        label: `${designNames[design]}: ${c === 0 ? 'drift minus local' : 'capture minus drift'}`,
        judged: judgedAt(jackknifed, contrastAt(design, c), 'one', 2),
      }),
    ),
  )
  const alone = Object.fromEntries(
    designs.map((design) => [
      design,
      combined(
        contrasts.filter((one) => one.design === design).map(({ judged }) => judged),
        smallest,
      ),
    ]),
  ) as Record<Design, Judged>
  return { both: inBoth(designs.map((design) => alone[design])), alone, contrasts, jackknifed, able }
}

/** The tallies of several routers asked the same requests, added up: a ratio of these is one of means over routers. */
function together(routers: readonly ByDesign[]): ByDesign {
  const added = (design: Design): Tally => ({
    ...routers[0]![design],
    cells: routers[0]![design].cells.map((_, at) =>
      routers.reduce((sum, tallies) => sum + tallies[design].cells[at]!, 0),
    ),
  })
  return { random: added('random'), hard: added('hard') }
}

/** The smaller value and lower limits, the larger upper limits. */
function inBoth(list: readonly Judged[]): Judged {
  const [low, high] = [combined(list, smallest), combined(list, largest)]
  if (low === null || high === null) return null
  return { value: low.value, i90: [low.i90[0], high.i90[1]], i995: [low.i995[0], high.i995[1]] }
}

const smallest = (values: number[]): number => Math.min(...values)
const largest = (values: number[]): number => Math.max(...values)
