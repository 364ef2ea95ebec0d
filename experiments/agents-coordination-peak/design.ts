import type { Row } from '@lawbook/schemas'
import type { PeakChoices } from './choices.ts'
import type { SizeSweep } from './sweeps.ts'

/** What keeps a sweep from deciding the claim, in words; empty for a decisive one. */
export function obstacles(sweep: SizeSweep, { from, to }: PeakChoices['band']): string[] {
  const { study, sizes, spread, secondary } = sweep
  const { below, inside, above } = places(sizes, { from, to })
  return [
    ...(secondary ? ['read second hand'] : []),
    ...(below === 0 ? [`no size below ${from}`] : []),
    ...(inside === 0 ? [`no size in ${from} to ${to}`] : []),
    ...(above === 0 ? [`no size above ${to}`] : []),
    ...(study.inputFixed ? [] : ['the work grows with the agents']),
    ...(study.computeFixed ? [] : ['compute not fixed']),
    ...(spread === null ? ['no spread'] : []),
  ]
}

/** How many sizes lie below, in and above the claimed band. */
export function places(sizes: Float64Array, { from, to }: PeakChoices['band']) {
  const below = sizes.filter((size) => size < from).length
  const above = sizes.filter((size) => size > to).length
  return { below, inside: sizes.length - below - above, above }
}

/** The table `designs`: one row a sweep, with what is known of it and whether it could decide. */
export function designRows(sweeps: readonly SizeSweep[], band: PeakChoices['band']): Row[] {
  return sweeps.map((sweep) => {
    const { id, label, study, sizes, secondary } = sweep
    const why = obstacles(sweep, band)
    return {
      sweep: id,
      label,
      source: study.source,
      sizes: `${Array.from(sizes).join(', ')} agents`,
      ...places(sizes, band),
      inputFixed: study.inputFixed,
      computeFixed: study.computeFixed,
      control: study.control,
      secondary,
      decisive: why.length === 0,
      obstacles: why.length === 0 ? null : why.join('; '),
      known: study.known,
    }
  })
}
