import { fail } from '@lawbook/base'
import { studentInterval } from '@lawbook/estimators'
import type { Row } from '@lawbook/schemas'
import { type Wording, wordings } from '@lawbook/skill-requests'
import {
  type Around,
  exchangeRate,
  jackknife,
  lineWeights,
  type Mixture,
  meanCurve,
  type Sample,
  stratum,
  twoPopulationCurves,
} from '@lawbook/sweeps'
import type { RoutingChoices } from './choices.ts'
import type { Observed } from './evidence.ts'

type Filling = 'skills' | 'servers' | 'both'
type Point = Mixture & { readonly filling: Filling; readonly size: number }
type Filled = {
  readonly router: string
  readonly wording: Wording
  readonly points: readonly Point[]
  readonly sample: Sample
}

/** Libraries filled with skills, with servers, and with all skills and servers besides. */
function pointsOf(skills: number, servers: number, choices: RoutingChoices): Point[] {
  const sizes = [...new Set([...choices.shown, ...choices.ladder])]
    .filter((size) => size <= skills)
    .sort((a, b) => a - b)
  return [
    ...sizes.map((size): Point => ({ filling: 'skills', size, own: size, other: 0 })),
    ...[...sizes, ...choices.beyond].map((size): Point => ({ filling: 'servers', size, own: 1, other: size - 1 })),
    ...[skills, ...choices.beyond].map((size): Point => ({ filling: 'both', size, own: skills, other: size - skills })),
  ].filter(({ other }) => other <= servers)
}

/** How many servers there are to draw from; LB_DATA_MISSING where the table `populations` does not say. */
function serversIn(observed: Observed): number {
  const n = observed.table('populations').find(({ population }) => population === 'servers')?.n
  return typeof n === 'number'
    ? n
    : fail(
        'LB_DATA_MISSING',
        'the table populations has no row of servers with their number n; observe the experiment again',
      )
}

/** Every fast router's accuracy in these libraries, summed by package. */
function filledLibraries(observed: Observed, choices: RoutingChoices): Filled[] {
  const table = observed.table('servers')
  const servers = serversIn(observed)
  const points = pointsOf(observed.skills, servers, choices)
  const asked = observed.routers.filter(({ id }) => table[0] !== undefined && `${id}.skillsAbove` in table[0])
  return wordings.flatMap((wording) => {
    const rows = table.filter((row) => row.wording === wording)
    const { clusterOf, clusters } = observed.clusters('test', wording, 'package')
    return asked.map(({ id }) => {
      const around = (row: Row, name: string): Around & { targetMatched: boolean } => {
        const [above, tied] = [row[`${id}.${name}Above`], row[`${id}.${name}Tied`]]
        if (typeof above !== 'number') return { beaten: 0, ties: 0, matched: 0, targetMatched: false }
        return { beaten: above, ties: Number(tied), matched: above + Number(tied), targetMatched: true }
      }
      const { right, abstain } = twoPopulationCurves({
        own: rows.map((row) => around(row, 'skills')),
        other: rows.map((row) => around(row, 'servers')),
        pools: { own: observed.skills - 1, other: servers },
        mixtures: points,
      })
      const sizes = [...points.keys()]
      return {
        router: id,
        wording,
        points,
        sample: { sizes, clusters, strata: [stratum({ sizes, right, abstain }, clusterOf, clusters)] },
      }
    })
  })
}

/** Accuracy against size in libraries filled with skills, with servers, and with both, with 90 % intervals by package. */
export function serverTables(
  observed: Observed,
  judged: readonly string[],
  choices: RoutingChoices,
): { filled: Row[]; exchange: Row[] } {
  const libraries = filledLibraries(observed, choices)
  const about = (id: string) => {
    const { short, kin } = observed.routers.find((router) => router.id === id)!
    return { router: id, short, kin, judged: judged.includes(id) }
  }
  const filled = libraries.flatMap(({ router, wording, points, sample }) => {
    const { value, se, df } = jackknife([sample], ([curve]) => curve!)
    return points.map(({ filling, size }, k): Row => {
      const [low, high] = studentInterval({ value: value[k]!, se: se[k]!, df, tail: 0.05 })
      return {
        ...about(router),
        wording,
        filling,
        size,
        right: value[k]!,
        low: Math.max(0, low),
        high: Math.min(1, high),
      }
    })
  })
  const exchange = libraries.flatMap(({ router, wording, points, sample }) => {
    const curve = meanCurve(sample, null)
    const filledBy = (filling: Filling) => {
      const at = [...points.keys()].filter((k) => points[k]!.filling === filling)
      return { sizes: at.map((k) => points[k]!.size), right: at.map((k) => curve[k]!) }
    }
    const [skills, others] = [filledBy('skills'), filledBy('servers')]
    if (others.sizes.length < skills.sizes.length) return []
    const slope = ({ sizes, right }: typeof skills): number =>
      lineWeights(choices.ladder).b.reduce((sum, w, k) => sum + w * right[sizes.indexOf(choices.ladder[k]!)]!, 0)
    const harm = ({ sizes, right }: typeof skills) => ({ competitors: sizes.map((size) => size - 1), right })
    return choices.exchangedAt.map(
      (size): Row => ({
        ...about(router),
        wording,
        competitors: size - 1,
        servers: exchangeRate(harm(skills), harm(others), size - 1),
        bSkills: slope(skills),
        bServers: slope(others),
      }),
    )
  })
  return { filled, exchange }
}
