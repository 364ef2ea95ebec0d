import { intersection, nestedIntervals } from '@lawbook/estimators'
import { type Wording, wordings } from '@lawbook/skill-requests'
import { jackknife, meanCurve, type Sample } from '@lawbook/sweeps'
import type { RoutingChoices } from './choices.ts'
import type { Observed } from './evidence.ts'
import { type Judged, type Part, together } from './judge.ts'

export const structureNames = ['near-far-gap', 'thousand-gap'] as const
export type StructureName = (typeof structureNames)[number]

/** Accuracy in the three libraries that are held against each other, as the columns of a sample. */
export const structureColumns = ({ similar, separated }: RoutingChoices): readonly string[] => [
  `near.${similar}`,
  `far.${similar}`,
  `far.${separated}`,
]

/**
 * What the arrangement of a library does at the same size, and against size, in points, each the smallest over routers:
 * `near-far-gap` = accuracy among the farthest 29 competitors less that among the nearest 29; `thousand-gap` = accuracy
 * among the farthest 999 less that among the nearest 29. Jackknife by package, paired on the same requests; none where no package differs. Each sample
 * has the columns of `structureColumns`.
 */
export function judgeStructure(
  routers: readonly { readonly label: string; readonly sample: Sample }[],
): Record<StructureName, Judged> {
  const m = routers.length
  const gaps = routers.map(({ label, sample }) => {
    const n = sample.strata.reduce((sum, stratum) => sum + stratum.n, 0)
    const { value, se, df } = jackknife([sample], ([at]) =>
      Float64Array.of(100 * (at![1]! - at![0]!), 100 * (at![2]! - at![0]!)),
    )
    return [0, 1].map((k): Part | null =>
      Number.isFinite(se[k]) && se[k]! > 0
        ? { label, n, ...nestedIntervals({ value: value[k]!, se: se[k]!, df, parts: m, sided: 'one' }) }
        : null,
    )
  })
  return {
    'near-far-gap': together(
      gaps.map(([gap]) => gap!),
      intersection,
    ),
    'thousand-gap': together(
      gaps.map(([, gap]) => gap!),
      intersection,
    ),
  }
}

/** The judged routers' samples of structure on one wording: strict, or with twins of the right skill accepted. */
export function structureSamples(
  observed: Observed,
  routers: readonly string[],
  wording: Wording,
  choices: RoutingChoices,
  accept: 'right skill' | 'twins' = 'right skill',
): { label: string; sample: Sample }[] {
  const columns = structureColumns(choices)
  return routers.map((id) => {
    const strict = observed.columnSample('structure', id, wording, columns)
    if (accept === 'right skill') return { label: id, sample: strict }
    const twins = observed.columnSample(
      'twins',
      id,
      wording,
      columns.map((column) => `twin.${column}`),
    )
    return { label: id, sample: added(strict, twins) }
  })
}

/** Two samples of the same requests, their values added. */
function added(one: Sample, other: Sample): Sample {
  const strata = one.strata.map((stratum, s) => ({
    ...stratum,
    sums: stratum.sums.map((sum, at) => sum + other.strata[s]!.sums[at]!),
    totals: stratum.totals.map((total, at) => total + other.strata[s]!.totals[at]!),
  }))
  return { ...one, strata }
}

/** Accuracy of every router in look-alike, separated and random libraries of each size. */
export function structureRows(observed: Observed, judged: readonly string[], choices: RoutingChoices) {
  return wordings.flatMap((wording) =>
    observed.routers.flatMap(({ id, short, kin }) => {
      const columns = (['near', 'far'] as const).flatMap((arrangement) =>
        choices.structure.map((size) => ({ arrangement, size })),
      )
      const ordered = meanCurve(
        observed.columnSample(
          'structure',
          id,
          wording,
          columns.map(({ arrangement, size }) => `${arrangement}.${size}`),
        ),
        null,
      )
      const random = observed.sample(id, 'test', wording, 'package')
      const curve = meanCurve(random, null)
      const about = { router: id, short, kin, wording, judged: judged.includes(id) }
      return [
        ...columns.map(({ arrangement, size }, k) => ({
          ...about,
          arrangement: String(arrangement),
          size,
          right: ordered[k]!,
        })),
        ...choices.structure.map((size) => ({
          ...about,
          arrangement: 'random',
          size,
          right: curve[random.sizes.indexOf(size)]!,
        })),
      ]
    }),
  )
}
