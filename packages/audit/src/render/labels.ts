import { sayCount } from '../counted.ts'
import type { AuditReport, Place } from '../report.ts'
import { visible } from './say.ts'

/** What people call a skill: its name, or its folder where several carry that name or the library does not hold it. */
export function labelsOf({ library }: Pick<AuditReport, 'library'>): (id: string) => string {
  const counts = new Map<string, number>()
  for (const { name } of library.skills) counts.set(name, (counts.get(name) ?? 0) + 1)
  const names = new Map(
    library.skills.map(({ id, name }) => [id, name !== '' && counts.get(name) === 1 ? name : folderOf(id)] as const),
  )
  return (id) => visible(names.get(id) ?? folderOf(id))
}

const folderOf = (id: string): string => id.replace(/\/SKILL\.md$/i, '')

/** "5 skills"; a list of tools holds tools. */
export const sayLibrary = ({ format, skills }: AuditReport['library']): string =>
  sayCount(skills.length, format.endsWith('-tools') ? 'tool' : 'skill')

/** "folder/SKILL.md:3"; the file alone without a line, '' without a file. */
export function sayPlace({ file, line }: Place): string {
  if (file === null) return ''
  return visible(line === null ? file : `${file}:${line}`)
}

/** Places with a file, as `sayPlace` says them. */
export const sayPlaces = (places: readonly Place[]): string[] => places.map(sayPlace).filter((place) => place !== '')
