import type { AuditReport, ConfusedReport } from '../../report.ts'
import { type Block, line, type Section } from '../block.ts'
import { labelsOf, sayPlace } from '../labels.ts'
import { cut, sayCount, sayIndex, sayList, sayWhole, tenths, visible } from '../say.ts'

/** Pairs that several routers choose for each other, with the words that collide and where they stand; black holes. */
export function confusedSection(report: AuditReport, top: number): Section {
  const { confused } = report
  const { pairs, blackHoles, routers } = confused
  const label = labelsOf(report)
  const blocks: Block[] = []
  if (pairs.length === 0) blocks.push(line(`no pair of skills on which several of ${routers.join(', ')} agree`))
  else {
    blocks.push(pairTable(confused, label, top))
    if (pairs.length > top) blocks.push(line(`and ${sayCount(pairs.length - top, 'more pair')}`))
  }
  for (const { id, wrongPicks, limit, families } of blackHoles.slice(0, top))
    blocks.push(
      line(
        `black hole: ${label(id)} takes ${sayWhole(wrongPicks)} requests of ${sayCount(families, 'other group')} of skills; chance explains at most ${sayWhole(limit)}`,
      ),
    )
  if (blackHoles.length > top) blocks.push(line(`and ${sayCount(blackHoles.length - top, 'more black hole')}`))
  blocks.push(...hubnessOf(confused))
  return { id: 'confused', title: 'Who is confused with whom', blocks }
}

const pairTable = ({ pairs, routers }: ConfusedReport, label: (id: string) => string, top: number): Block => ({
  kind: 'table',
  head: ['pair', 'routers', 'alike', 'words', 'where'],
  right: [1, 2],
  rows: pairs.slice(0, top).map(({ a, b, agree, similarity, words, places }) => [
    `${cut(label(a), 24)} / ${cut(label(b), 24)}`,
    `${agree} of ${routers.length}`,
    sayIndex(similarity),
    cut(sayList(words.map(visible), 4), 36),
    places
      .map(sayPlace)
      .filter((place) => place !== '')
      .join(', '),
  ]),
})

function hubnessOf({ hubness }: ConfusedReport): Block[] {
  if (hubness === null) return []
  const { skewness, chance } = hubness
  const beyond = skewness > chance.high ? 'a few skills stand near everything' : 'no more than chance'
  return [
    line(`hubness: skewness ${tenths(skewness)}, by chance ${tenths(chance.low)} to ${tenths(chance.high)}: ${beyond}`),
  ]
}
