import { fail } from '@lawbook/base'
import type { Row } from '@lawbook/schemas'
import { type Half, type Wording, wordings } from '@lawbook/skill-requests'
import { requestCurves, type Sample, sampleFrom, stratum } from '@lawbook/sweeps'
import type { Decisions } from './decisions.ts'
import type { Grouping, SkillFacts } from './skillFacts.ts'

/** Curves and sums of routers, by cluster. */
export type Samples = {
  /** The cluster of each request of one half and wording. */
  clusters(half: Half | 'all', wording: Wording, grouping: Grouping): { clusterOf: Int32Array; clusters: number }
  /** A router's exact curves, summed by cluster. `mean` counts both wordings equally. */
  sample(router: string, half: Half | 'all', wording: Wording | 'mean', grouping: Grouping): Sample
  /**
   * The judged half by package, where leaving a package out takes its skills from the pool as well: ladder sizes only,
   * NaN at the others.
   */
  poolSample(router: string, wording: Wording): Sample
  /**
   * Sums by package of the judged half from a table with one row a (router, wording, package): as a sample whose sizes
   * are the columns, named by `columns`. A column that a row lacks throws LB_DATA_MISSING.
   */
  columnSample(table: string, router: string, wording: Wording, columns: readonly string[]): Sample
}

/** The samples of evidence: `sizes` are those of the curves, `ladder` those that the table `pools` has. */
export function readSamples(
  observed: Decisions & SkillFacts,
  table: (id: string) => readonly Row[],
  { sizes, ladder }: { readonly sizes: readonly number[]; readonly ladder: readonly number[] },
): Samples {
  const rowsOf = (id: string, router: string, wording: Wording): Row[] =>
    table(id).filter((row) => row.router === router && row.wording === wording)

  const clusters: Samples['clusters'] = (half, wording, grouping) => {
    const groups = observed.groups(grouping)
    const place = new Map(groups.map((name, g) => [name, g]))
    const group = (row: number): number => place.get(observed.about(observed.target(row))[grouping])!
    return { clusterOf: Int32Array.from(observed.rows(half, wording), group), clusters: groups.length }
  }

  const sample: Samples['sample'] = (router, half, wording, grouping) => {
    const strata = (wording === 'mean' ? wordings : [wording]).map((each) => {
      const standings = observed.rows(half, each).map((row) => observed.standing(router, row))
      const { clusterOf, clusters: count } = clusters(half, each, grouping)
      return stratum(requestCurves(standings, sizes, observed.skills), clusterOf, count)
    })
    return { sizes, clusters: observed.groups(grouping).length, strata }
  }

  const poolSample: Samples['poolSample'] = (router, wording) => {
    const curves = new Map(rowsOf('pools', router, wording).map((row) => [row.package, curveOf(row)]))
    const without = (cluster: number): Float64Array => {
      const name = observed.groups('package')[cluster]!
      return curves.get(name) ?? fail('LB_DATA_MISSING', `the table pools lacks ${router} without the package ${name}`)
    }
    return { ...sample(router, 'test', wording, 'package'), without }
  }

  function curveOf(row: Row): Float64Array {
    return Float64Array.from(sizes, (size) => {
      const right = row[`at.${size}`]
      if (typeof right === 'number') return right
      return ladder.includes(size)
        ? fail('LB_DATA_MISSING', `the table pools lacks the column at.${size}; observe the experiment again`)
        : Number.NaN
    })
  }

  return {
    clusters,
    sample,
    poolSample,
    columnSample: (id, router, wording, columns) =>
      sampleFrom(rowsOf(id, router, wording), columns, observed.groups('package')),
  }
}
