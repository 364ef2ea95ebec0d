import type { AuditReport, ForecastReport } from '../../report.ts'
import { type Block, line, type Section } from '../block.ts'
import { sayCount, sayGain, sayPercent, sayShare, sayWhole, visible } from '../say.ts'

const bases = {
  requests: 'on your requests',
  picks: 'through what your agent got right',
  bodies: 'on probes made from the bodies of the skills',
} as const

/** How accuracy goes on beyond today's size, beside libraries where it is known. */
export function forecastSection({ forecast }: AuditReport): Section {
  const blocks: Block[] = []
  const { basis, router, law, points, optimism } = forecast
  if (basis !== null && points.length > 0) {
    blocks.push(line(points.map(sayPoint).join(', ')))
    const by = [router === null ? '' : visible(router), law === null ? '' : `law ${visible(law)}`, bases[basis]]
    blocks.push(
      line(`${by.filter((part) => part !== '').join(', ')}; the interval (90 %) holds the error of extrapolating`),
    )
    blocks.push(...forecast.references.flatMap((reference) => referenceLine(reference, forecast)))
  }
  if (optimism !== null)
    blocks.push(
      line(
        `right more often on probes from bodies than on written requests, on the reference library: ${sayGain(optimism)}`,
      ),
    )
  blocks.push(...forecast.notes.map((note) => line(visible(note))))
  if (blocks.length === 0) blocks.push(line('no forecast'))
  return { id: 'forecast', title: 'What to expect as the library grows', blocks }
}

function sayPoint({ size, factor, accuracy }: ForecastReport['points'][number]): string {
  const when = factor === 1 ? `today ${sayCount(size, 'skill')}` : `at ${sayWhole(size)}:`
  return `${when} ${sayShare(accuracy)}`
}

/** What a reference library does at about the same sizes: the nearest size that was measured, within a factor of 1.5. */
function referenceLine(
  { library, points }: ForecastReport['references'][number],
  { points: ours }: ForecastReport,
): Block[] {
  const beside = ours.flatMap(({ size }) => {
    const near = points
      .map((point) => ({ ...point, off: Math.abs(Math.log(point.size / size)) }))
      .sort((a, b) => a.off - b.off || a.size - b.size)[0]
    return near === undefined || near.off > Math.log(1.5) ? [] : [near]
  })
  if (beside.length === 0) return []
  const said = [...new Map(beside.map((point) => [point.size, point])).values()].map(
    ({ size, accuracy }) => `at ${sayWhole(size)}: ${sayPercent(accuracy)}`,
  )
  return [line(`beside it ${visible(library)}: ${said.join(', ')}`)]
}
