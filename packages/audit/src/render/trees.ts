import { byCodeUnit } from '@lawbook/base'
import { sayWhole } from '../counted.ts'
import type { LibraryReport } from '../report.ts'
import { sayList, visible } from './say.ts'

/** Names that several trees share, at least; fewer is chance. */
const fewest = 5
const shown = 3

/**
 * A sentence where folders of skills stand beside each other with the same names in them, as in packages that ship a
 * copy for each agent or language: an agent is given one of them, an audit of all judges a library that nobody has. A
 * tree is the folder that holds the skills' own folders. Null unless a quarter of the skills have a name of another tree.
 */
export function sayTrees({ skills }: Pick<LibraryReport, 'skills'>): string | null {
  const trees = new Map<string, number>()
  const byName = new Map<string, Set<string>>()
  const treed = skills.flatMap(({ name, place: { file } }) => {
    const tree = file === null ? null : (/^(.*)\/[^/]+\/SKILL\.md$/i.exec(file)?.[1] ?? null)
    return tree === null ? [] : [{ name, tree }]
  })
  for (const { name, tree } of treed) byName.set(name, (byName.get(name) ?? new Set()).add(tree))
  const shared = treed.filter(({ name }) => byName.get(name)!.size > 1)
  if (shared.length < Math.max(2 * fewest, skills.length / 4)) return null
  for (const { tree } of shared) trees.set(tree, (trees.get(tree) ?? 0) + 1)
  const said = [...trees].sort((a, b) => b[1] - a[1] || byCodeUnit(a[0], b[0])).map(([tree]) => visible(tree))
  return `${sayWhole(shared.length)} of the skills have the name of one in another folder (${sayList(said, shown)}): if these are copies for different agents or languages, audit one folder alone`
}
