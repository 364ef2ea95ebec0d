import { sayCount, sayWhole } from '../../counted.ts'
import type { AuditReport, ConfusedReport } from '../../report.ts'
import { type Block, line, type Section } from '../block.ts'
import { labelsOf, sayPlaces } from '../labels.ts'
import { sayIndex, sayList, tenths, visible } from '../say.ts'

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
  if (blackHoles.length > 0) blocks.push(line(sayBlackHoles(confused, label, top)))
  blocks.push(...hubnessOf(confused))
  return { id: 'confused', title: 'Who is confused with whom', blocks }
}

const pairTable = ({ pairs, routers }: ConfusedReport, label: (id: string) => string, top: number): Block => ({
  kind: 'table',
  head: ['pair', 'routers', 'alike', 'words', 'where'],
  right: [1, 2],
  rows: pairs
    .slice(0, top)
    .map(({ a, b, agree, similarity, words, places }) => [
      `${label(a)} / ${label(b)}`,
      `${agree} of ${routers.length}`,
      sayIndex(similarity),
      sayList(words.map(visible), 4),
      sayPlaces(places).join(', '),
    ]),
})

/** Who draws the needs of many others, and the most that chance explains. */
function sayBlackHoles({ blackHoles }: ConfusedReport, label: (id: string) => string, top: number): string {
  const said = blackHoles.map(({ id, wrongPicks, families }, i) =>
    i === 0
      ? `${label(id)} takes ${sayCount(wrongPicks, 'need')} of ${sayCount(families, 'other group')} of skills`
      : `${label(id)} ${sayWhole(wrongPicks)} of ${sayWhole(families)}`,
  )
  const limit = Math.max(...blackHoles.map((hole) => hole.limit))
  return `${said.length === 1 ? 'black hole' : 'black holes'}: ${sayList(said, top)}; chance explains at most ${sayWhole(limit)}`
}

function hubnessOf({ hubness }: ConfusedReport): Block[] {
  if (hubness === null) return []
  const { skewness, chance } = hubness
  const beyond = skewness > chance.high ? 'a few skills stand near everything' : 'no more than chance'
  return [
    line(`hubness: skewness ${tenths(skewness)}, by chance ${tenths(chance.low)} to ${tenths(chance.high)}: ${beyond}`),
  ]
}
