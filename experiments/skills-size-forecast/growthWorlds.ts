import { fittedSizes } from '@lawbook/audit'
import type { Stream } from '@lawbook/base'
import { normalCdf } from '@lawbook/estimators'
import { accuracyCurve } from '@lawbook/sweeps'
import type { Cell } from './cells.ts'
import type { ForecastChoices } from './choices.ts'
import { type Half, halves } from './growthEvidence.ts'

/**
 * A world says with which probability a competitor beats the right skill of a request whose ease is z ~ N(0, 1):
 * `now` among the skills that a user has, `later` among those that come to libraries of the test half.
 */
type GrowthWorld = { readonly now: (z: number) => number; readonly later: (z: number) => number }

/** Signal detection: accuracy bends away from a line in ln N. */
const detection = (z: number): number => normalCdf(-2 - 0.8 * z)

/** p ~ Beta(b, 1): accuracy falls as N^-b for large N. */
const power = (z: number): number => Math.exp(Math.log(normalCdf(-z)) / 0.25)

/** Ranks of Zipf's law with exponent 1, P(r) = b / r: ln p is uniform, and a share of requests is never beaten. */
const zipf = (z: number): number => {
  const logBeat = -normalCdf(z) / 0.09
  return logBeat < -10 ? 0 : Math.exp(logBeat)
}

/**
 * Worlds of growing libraries. In `twice-harder-later` and `harder-later` what comes beats twice and four times as often,
 * but in the judged half alone.
 */
export const growthWorlds: Readonly<Record<string, GrowthWorld>> = {
  detection: { now: detection, later: detection },
  power: { now: power, later: power },
  zipf: { now: zipf, later: zipf },
  'twice-harder-later': { now: detection, later: (z) => Math.min(1, 2 * detection(z)) },
  'harder-later': { now: detection, later: (z) => Math.min(1, 4 * detection(z)) },
}

type Planting = {
  readonly world: string
  readonly draws: number
  readonly choices: Pick<
    ForecastChoices,
    'plantedSkills' | 'plantedRouters' | 'factors' | 'clusterCorrelation' | 'requestCorrelation'
  >
  readonly stream: Stream
}

/** Growing libraries of a world in both halves, as the cells that real ones give: as many requests as skills. */
export function plantedCells({ world, draws, choices, stream }: Planting): Cell[] {
  return halves.flatMap((half) =>
    Array.from({ length: draws }, (_, draw) => {
      const common = stream.normal()
      return choices.plantedSkills.flatMap((skills) =>
        plantedLibrary(growthWorlds[world]!, half, skills, common, choices, stream).map(
          (grown, router): Cell => ({
            half,
            draw: `${half} ${draw}`,
            design: 'planted',
            router: `router ${router + 1}`,
            skills,
            requests: skills,
            ...grown,
          }),
        ),
      )
    }).flat(),
  )
}

/** One library of one draw, for each router; `common` is how easy the requests of the draw are. */
function plantedLibrary(
  { now, later }: GrowthWorld,
  half: Half,
  skills: number,
  common: number,
  { plantedRouters, factors, clusterCorrelation: c, requestCorrelation: q }: Planting['choices'],
  stream: Stream,
): Pick<Cell, 'curve' | 'came'>[] {
  const ofRequest = Array.from({ length: skills }, () => stream.normal())
  const sizes = fittedSizes(skills)
  return Array.from({ length: plantedRouters }, () => {
    const won = factors.map(() => 0)
    const standings = ofRequest.map((own) => {
      const z = Math.sqrt(c) * common + Math.sqrt(q) * own + Math.sqrt(1 - c - q) * stream.normal()
      const beaten = binomial(skills - 1, now(z), stream)
      let beaters = beaten
      factors.forEach((factor, k) => {
        const come = (factor - (factors[k - 1] ?? 1)) * skills
        beaters += binomial(come, half === 'test' ? later(z) : now(z), stream)
        if (beaters === 0) won[k]!++
      })
      return { beaten, ties: 0, matched: beaten, targetMatched: true }
    })
    return {
      curve: { sizes, right: accuracyCurve(standings, sizes, skills).right },
      came: won.map((count) => count / skills),
    }
  })
}

/** Binomial(n, p) by its geometric gaps, or by those of the failures where p is above 1/2. */
function binomial(n: number, p: number, stream: Stream): number {
  if (p > 0.5) return n - binomial(n, 1 - p, stream)
  if (n === 0 || p <= 0) return 0
  const scale = 1 / Math.log1p(-p)
  let hits = -1
  for (let j = -1; j < n; hits++) j += 1 + Math.floor(Math.log(1 - stream.uniform()) * scale)
  return hits
}
