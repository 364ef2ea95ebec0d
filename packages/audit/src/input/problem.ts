import { byCodeUnit } from '@lawbook/base'
import type { Level, LibraryReport } from '../report.ts'
import { cleaned } from './clean.ts'

/** Something that could not be read as it was meant, and where. */
export type Problem = LibraryReport['problems'][number]

/** A problem of a file; without a level it is a warning. File names are made safe to print. */
export const problem = (file: string | null, what: string, level?: Level): Problem => ({
  place: { file: file === null ? null : cleaned(file), line: null },
  what,
  ...(level === undefined ? {} : { level }),
})

/** Problems by file, then by what they say. */
export const sortedProblems = (problems: readonly Problem[]): Problem[] =>
  [...problems].sort((a, b) => byCodeUnit(a.place.file ?? '', b.place.file ?? '') || byCodeUnit(a.what, b.what))
