import type { StreamFactory } from '@lawbook/base'
import { normalQuantile } from '@lawbook/estimators'
import type { Progress } from '@lawbook/experiment'
import type { Row } from '@lawbook/schemas'
import { requestCurves, stratum } from '@lawbook/sweeps'
import { drawRouters, hillLaw, logLaw, powerLaw, type RankLaw, signalDetectionLaw, worldRow } from '@lawbook/worlds'
import type { RoutingChoices } from './choices.ts'
import { judge, judgedNames } from './judge.ts'

/**
 * Worlds with a known law, for M competitors, all of which reach the accuracy that makes a router eligible. `log` has
 * the paper's mean constants. In the three detection worlds requests differ much, somewhat or hardly in difficulty; in
 * `one-rate` every competitor beats with the same probability 1/400, so that accuracy falls exponentially.
 */
export const worlds: Readonly<Record<string, (competitors: number) => RankLaw>> = {
  log: (competitors) => logLaw({ a: 0.834, b: 0.042, competitors }),
  'mild-power': (competitors) => powerLaw({ b: 0.1, competitors }),
  'broad-detection': (competitors) => signalDetectionLaw({ mu: 3, tau: 1.5, competitors }),
  'middle-detection': (competitors) => signalDetectionLaw({ mu: 3.2, tau: 0.9, competitors }),
  'narrow-detection': (competitors) => signalDetectionLaw({ mu: 3.1, tau: 0.5, competitors }),
  hill: (competitors) => hillLaw({ kappa: 200, competitors }),
  'one-rate': (competitors) => signalDetectionLaw({ mu: normalQuantile(1 - 1 / 400), tau: 0, competitors }),
}

/**
 * Put every world through the judged measures, with the requests, clusters and number of routers of the real data,
 * routers alike in what they find hard: the rows from which power, false alarms and recognition are counted.
 */
export function plantedRows(options: {
  readonly clusterOf: Int32Array
  readonly clusters: number
  readonly skills: number
  readonly routers: number
  readonly choices: RoutingChoices
  readonly stream: StreamFactory
  readonly progress: Progress
}): Row[] {
  const { clusterOf, clusters, skills, routers, choices, stream, progress } = options
  const sizes = [...new Set([...choices.ladder, ...choices.heldOut])].sort((a, b) => a - b)
  return Object.entries(worlds).flatMap(([world, law], done) => {
    progress(done, Object.keys(worlds).length, `planted world ${world}`)
    const planted = law(skills - 1)
    return Array.from({ length: choices.replicates }, (_, replicate) => {
      const drawn = drawRouters(planted, {
        clusters: clusterOf,
        routers,
        withinCluster: choices.packageCorrelation,
        withinRequest: choices.requestCorrelation,
        stream: stream('world', world, replicate),
      })
      const samples = drawn.map((ranks, k) => ({
        label: `router ${k + 1}`,
        sample: { sizes, clusters, strata: [stratum(requestCurves(ranks, sizes, skills), clusterOf, clusters)] },
      }))
      const { measures } = judge(samples, choices, choices.ladder)
      return judgedNames.map((measure) => worldRow(world, replicate, measure, measures[measure]))
    }).flat()
  })
}
