import type { StreamFactory } from '@lawbook/base'
import type { Row } from '@lawbook/schemas'
import { wordings } from '@lawbook/skill-requests'
import { wrongPickCounts } from './blackHoles.ts'
import type { ProgressionChoices } from './choices.ts'
import { errorClasses, type FamilyKind, familyKinds } from './classes.ts'
import { levelAt, slopeAt, statistics } from './enrichment.ts'
import { type Judged, judgedAt } from './estimate.ts'
import type { Observed } from './evidence.ts'
import { attributionOf, concentrationOf } from './hubMeasures.ts'
import { persistence, skewness, uniformSkewness } from './hubness.ts'
import { type Progression, progressionOf } from './progression.ts'
import { cellOf, designs, massOf, requestsIn, totals } from './tally.ts'

/** Shares of every outcome by size: right, abstention, and the classes of wrong picks beside their uniform expectation. */
export function classRows(observed: Observed, choices: ProgressionChoices): Row[] {
  return judgedOf(observed).flatMap(({ id, short }) =>
    wordings.flatMap((wording) => {
      const tallies = observed.tallies(id, wording)
      return designs.flatMap((design) => {
        const sums = totals(tallies[design], null)
        const n = requestsIn(tallies[design], null)
        return choices.ladder.map((size, k): Row => {
          const [wrong, abstain] = [cellOf(sums, k, 'wrong') / n, cellOf(sums, k, 'abstain') / n]
          const shares = errorClasses.flatMap((errorClass) => {
            const { measured, chance } = massOf(sums, k, choices.family as FamilyKind, errorClass)
            return [
              [errorClass, measured / n],
              [`${errorClass}Uniform`, chance / n],
            ]
          })
          return {
            router: id,
            short,
            judged: true,
            wording,
            design,
            size,
            n,
            right: 1 - wrong - abstain,
            abstain,
            ...Object.fromEntries(shares),
          }
        })
      })
    }),
  )
}

/** Slopes of enrichment by class, design, wording and kind of families: judged routers together (`mean`), and each. */
export function slopeRows(observed: Observed, judged: readonly string[], choices: ProgressionChoices): Row[] {
  return wordings.flatMap((wording) =>
    familyKinds.flatMap((families) => {
      const found = progressionOf(
        judged.map((id) => observed.tallies(id, wording)),
        { kind: families, ladder: choices.ladder },
      )
      if (found === null) return []
      const labels = ['mean', ...found.able.map((k) => judged[k]!)]
      return labels.flatMap((router, block) =>
        designs.flatMap((design) =>
          errorClasses.map(
            (errorClass, c): Row => ({
              router,
              wording,
              families,
              design,
              class: errorClass,
              ...intervalCells(statisticOf(found, block, slopeAt(design, c), choices)),
            }),
          ),
        ),
      )
    }),
  )
}

/** Enrichment itself at each size, of judged routers together: what the slopes are fitted to. */
export function enrichmentRows(main: Progression | null, choices: ProgressionChoices): Row[] {
  if (main === null) return []
  return designs.flatMap((design) =>
    errorClasses.flatMap((errorClass, c) =>
      choices.ladder.map(
        (size, k): Row => ({
          design,
          class: errorClass,
          size,
          ...intervalCells(statisticOf(main, 0, levelAt(design, c, k, choices.ladder.length), choices)),
        }),
      ),
    ),
  )
}

function statisticOf(found: Progression, block: number, at: number, choices: ProgressionChoices): Judged {
  return judgedAt(found.jackknifed, block * statistics(choices.ladder.length) + at, 'two')
}

function intervalCells(judged: Judged): Row {
  return {
    value: judged?.value ?? null,
    low: judged?.i90[0] ?? null,
    high: judged?.i90[1] ?? null,
    outerLow: judged?.i995[0] ?? null,
    outerHigh: judged?.i995[1] ?? null,
  }
}

/** Every judged router: its black holes, and its in-degrees against uniform and shuffled ones. */
export function hubRows(observed: Observed, choices: ProgressionChoices, stream: StreamFactory): Row[] {
  return judgedOf(observed).flatMap(({ id, title, short, kin }) => {
    const { holes, most, count } = observed.holes(id)
    return wordings.map((wording): Row => {
      const picks = observed.picks(id, 'test', wording)
      const heldOut = wrongPickCounts(picks, observed.skills).count
      const skew = skewness(heldOut)
      const uniform =
        skew === null
          ? null
          : uniformSkewness(skew, picks.length, observed.skills, choices.nullDraws, stream('uniform', id, wording))
      const again = persistence(count, heldOut, choices.nullDraws, stream('shuffled', id, wording))
      const rho = attributionOf(observed, [id], wording).mean
      return {
        router: id,
        title,
        short,
        kin,
        judged: true,
        wording,
        blackHoles: holes.reduce((sum, hole) => sum + hole, 0),
        mostByChance: most,
        requests: observed.requests('test', wording).reduce((sum, n) => sum + n, 0),
        wrongPicks: picks.length,
        captured: picks.filter(({ chosen }) => holes[chosen] === 1).length,
        skewness: skew,
        skewnessUniform: uniform?.mean ?? null,
        pUniform: uniform?.p ?? null,
        persistence: again?.rho ?? null,
        pShuffled: again?.p ?? null,
        difficulty: rho?.value ?? null,
        difficultyLow: rho?.i90[0] ?? null,
        difficultyHigh: rho?.i90[1] ?? null,
      }
    })
  })
}

/** Held-out wrong picks on the worst skills of calibration: the mean over judged routers, and each. */
export function concentrationRows(observed: Observed, judged: readonly string[], choices: ProgressionChoices): Row[] {
  const worst = [...choices.worst.filter((m) => m < observed.skills), observed.skills]
  return wordings.flatMap((wording) => {
    const rows = (routers: readonly string[], block: number, name: string): Row[] => {
      const found = concentrationOf(observed, routers, wording, worst)
      if (found === null) return []
      return worst.map((m, k): Row => {
        const { value, low, high } = intervalCells(judgedAt(found, block * worst.length + k, 'two'))
        return {
          router: name,
          judged: true,
          wording,
          skills: m,
          share: value ?? null,
          low: low === null ? null : Math.max(0, Number(low)),
          high: high === null ? null : Math.min(1, Number(high)),
          uniform: m / observed.skills,
        }
      })
    }
    return [...rows(judged, 0, 'mean'), ...judged.flatMap((id) => rows([id], 1, id))]
  })
}

/** The routers that are judged: the evidence holds the outcomes of no others. */
const judgedOf = ({ routers }: Observed): Observed['routers'] => routers.filter(({ eligible }) => eligible)

/** How near wrong picks lie, as shares beside uniform ones. */
export function nearnessShares(observed: Observed): Row[] {
  const judged = new Map(judgedOf(observed).map((router) => [router.id, router]))
  const rows = observed.table('nearness')
  return rows.map((row) => {
    const total = rows
      .filter(({ router, wording }) => router === row.router && wording === row.wording)
      .reduce((sum, { picks }) => sum + Number(picks), 0)
    const router = judged.get(String(row.router))!
    return {
      router: router.id,
      short: router.short,
      judged: true,
      wording: row.wording!,
      from: row.from!,
      to: row.to!,
      share: total === 0 ? null : Number(row.picks) / total,
      uniform: total === 0 ? null : Number(row.uniform) / total,
      wrongPicks: total,
    }
  })
}
