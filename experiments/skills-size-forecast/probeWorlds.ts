import type { Stream } from '@lawbook/base'
import { normalCdf } from '@lawbook/estimators'
import { requestCurves, type Stratum, stratum } from '@lawbook/sweeps'
import { signalDetectionLaw } from '@lawbook/worlds'
import type { ForecastChoices } from './choices.ts'
import type { Probed } from './optimism.ts'

/** How much easier probes are than written requests, in standard deviations of a competitor. */
export const probeWorlds: Readonly<Record<string, number>> = {
  'probes-alike': 0,
  'probes-easier': 0.6,
  'probes-harder': -0.4,
}

const [mu, tau, competitors] = [2.6, 1, 1143]

/**
 * Skills with two written requests and three probes each, in packages of the given sizes, under signal detection. How
 * easy a package is for requests and how easy for probes are drawn apart: else packages would not differ in optimism,
 * as real ones do.
 */
export function plantedProbes(
  world: string,
  packages: readonly number[],
  { clusterCorrelation: c, requestCorrelation: q, probeSizes }: ForecastChoices,
  stream: Stream,
): Probed {
  const law = (ease: number) => signalDetectionLaw({ mu: mu + ease, tau, competitors })
  const [written, probe] = [law(0), law(probeWorlds[world]!)]
  const clusters = packages.flatMap((skills, g) => Array<number>(skills).fill(g))
  const ofSkill = clusters.map(() => stream.normal())
  const asked = (kind: typeof written, times: number, ofPackage: readonly number[]): Stratum => {
    const ranks = clusters.flatMap((g, i) =>
      Array.from({ length: times }, () => {
        const z = Math.sqrt(c) * ofPackage[g]! + Math.sqrt(q) * ofSkill[i]! + Math.sqrt(1 - c - q) * stream.normal()
        return kind.rank(normalCdf(z), stream)
      }),
    )
    const clusterOf = Int32Array.from(clusters.flatMap((g) => Array<number>(times).fill(g)))
    return stratum(requestCurves(ranks, probeSizes, competitors + 1), clusterOf, packages.length)
  }
  const [forRequests, forProbes] = [packages.map(() => stream.normal()), packages.map(() => stream.normal())]
  const sample = (strata: Stratum[]) => ({ sizes: probeSizes, clusters: packages.length, strata })
  return {
    router: 'planted',
    written: sample([asked(written, 1, forRequests), asked(written, 1, forRequests)]),
    probes: sample([asked(probe, 3, forProbes)]),
  }
}
