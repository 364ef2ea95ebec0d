import { sayCount, sayWhole } from '../../counted.ts'
import type { AuditReport, ForecastReport, Share } from '../../report.ts'
import { type Block, line, type Section } from '../block.ts'
import { sayPercent, sayShare, tenths, visible } from '../say.ts'

const bases = {
  requests: 'on your requests',
  picks: 'through what your agent got right',
  bodies: 'on probes made from bodies',
} as const

/** How accuracy goes on beyond today's size, beside libraries where it is known. */
export function forecastSection({ forecast }: AuditReport): Section {
  const blocks: Block[] = []
  const { basis, router, law, points, optimism } = forecast
  if (basis !== null && points.length > 0) {
    blocks.push(line(points.map(sayPoint).join(', ')))
    const by = [router === null ? '' : visible(router), law === null ? '' : `law ${visible(law)}`, bases[basis]]
    blocks.push(
      line(`${by.filter((part) => part !== '').join(', ')}; 90 % intervals, which hold the error of extrapolating`),
    )
    blocks.push(...referenceLine(forecast))
  }
  if (optimism !== null) blocks.push(line(sayOptimism(optimism)))
  blocks.push(...forecast.notes.map((note) => line(visible(note))))
  if (blocks.length === 0) blocks.push(line('no forecast'))
  return { id: 'forecast', title: 'What to expect as the library grows', blocks }
}

function sayPoint({ size, factor, accuracy }: ForecastReport['points'][number]): string {
  const when = factor === 1 ? `today ${sayCount(size, 'skill')}` : `at ${sayWhole(size)}:`
  return `${when} ${sayShare(accuracy)}`
}

/** The reference libraries at about the same sizes. They hold other skills: what theirs reach is no mark to be reached. */
function referenceLine({ references, points }: ForecastReport): Block[] {
  const said = references.flatMap(({ library, points: theirs }) => {
    const near = nearest(theirs, points)
    const shares = near.map(({ size, accuracy }) => `${sayPercent(accuracy)} at ${sayWhole(size)}`).join(', ')
    return near.length === 0 ? [] : [`${visible(library)} ${shares}`]
  })
  return said.length === 0 ? [] : [line(`for comparison, other skills and so no target: ${said.join('; ')}`)]
}

type Known = ForecastReport['references'][number]['points']

/** Of each size the nearest that was measured, within a factor of 1.5, each once. */
function nearest(measured: Known, sizes: ForecastReport['points']): Known {
  const near = sizes.flatMap(({ size }) => {
    const off = ({ size: other }: Known[number]): number => Math.abs(Math.log(other / size))
    const [first] = [...measured].sort((a, b) => off(a) - off(b) || a.size - b.size)
    return first === undefined || off(first) > Math.log(1.5) ? [] : [first]
  })
  return [...new Set(near)]
}

/** Accuracy on probes less that on written requests, as a sentence with the sign in a word. */
function sayOptimism({ value, low, high }: Share): string {
  const harder = value < 0
  const [least, most] = harder ? [-high, -low] : [low, high]
  const points = `${tenths(100 * Math.abs(value))} points [${tenths(100 * least)}, ${tenths(100 * most)}]`
  const sure = least > 0 ? '' : ', which may be chance'
  return `on the reference library probes from bodies are ${harder ? 'harder' : 'easier'} than written requests by ${points}${sure}`
}
