import type { Dirent, Stats } from 'node:fs'
import { readdir, realpath, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { byCodeUnit } from '@lawbook/base'
import { cleaned } from './clean.ts'
import { limits } from './limits.ts'
import { type Problem, problem } from './problem.ts'
import { counted } from './record.ts'

/** The files that were looked for: paths relative to the root, with '/', sorted; and what stood in the way. */
export type Walk = { readonly paths: readonly string[]; readonly problems: readonly Problem[] }

/** `chain`: the real paths of the folder where the walk began and of every link that led here. */
type Folder = { readonly path: string; readonly real: string; readonly chain: readonly string[] }

/**
 * Look for files below some folders of one root ('' is the root itself). Links are followed; a folder that is reached
 * twice is read once, and a link to a folder that is being read is a loop. `.git` and `node_modules` are left out unless
 * they are named: nobody's agent reads skills there. Never throws for what is inside.
 */
export async function walk(root: string, folders: readonly string[], wanted: (name: string) => boolean): Promise<Walk> {
  const paths: string[] = []
  const problems: Problem[] = []
  const skipped: string[] = []
  const seen = new Map<string, string>()
  // A list of its own and no recursion: how deep folders may be nested is not ours to say.
  const waiting = (await Promise.all(folders.map((path) => start(root, path)))).reverse()
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    const refused = refusalOf(folder, seen)
    if (refused !== null) {
      problems.push(refused)
      continue
    }
    seen.set(folder.real, folder.path)
    const below: Folder[] = []
    for (const entry of await entriesOf(join(root, folder.path), folder.path, problems)) {
      const path = folder.path === '' ? entry.name : `${folder.path}/${entry.name}`
      const kind = await kindOf(entry, join(root, path))
      if (kind === 'file' && wanted(entry.name)) paths.push(path)
      else if (kind === 'nothing') problems.push(...brokenLink(path, wanted(entry.name)))
      else if (kind === 'folder' && entry.name === 'node_modules') skipped.push(path)
      else if (kind === 'folder' && entry.name !== '.git') {
        const next = await folderOf(entry, path, join(root, path), folder)
        if (isLoop(next.real, folder)) problems.push(problem(path, 'the link leads back to a folder above it'))
        else below.push(next)
      }
    }
    waiting.push(...below.reverse())
  }
  return { paths: paths.sort(byCodeUnit), problems: [...problems, ...skippedNote(skipped)] }
}

async function start(root: string, path: string): Promise<Folder> {
  const real = await realpath(join(root, path)).catch(() => join(root, path))
  return { path, real, chain: [real] }
}

function refusalOf({ path, real }: Folder, seen: ReadonlyMap<string, string>): Problem | null {
  const known = seen.get(real)
  if (known !== undefined)
    return problem(path, `it is the folder ${cleaned(known) || '.'} by another path, and was read once`, 'note')
  return seen.size < limits.folders
    ? null
    : problem(path, `it was not looked into: there are more than ${limits.folders} folders; name a smaller one`)
}

async function entriesOf(folder: string, path: string, problems: Problem[]): Promise<Dirent[]> {
  try {
    return (await readdir(folder, { withFileTypes: true })).sort((a, b) => byCodeUnit(a.name, b.name))
  } catch (thrown) {
    problems.push(problem(path === '' ? '.' : path, `the folder cannot be read (${systemCode(thrown)})`))
    return []
  }
}

/** Links count as what they lead to; pipes, sockets and devices as other, since reading one may never end. */
async function kindOf(entry: Dirent, path: string): Promise<'file' | 'folder' | 'nothing' | 'other'> {
  const target: Dirent | Stats | null = entry.isSymbolicLink() ? await stat(path).catch(() => null) : entry
  if (target === null) return 'nothing'
  if (target.isFile()) return 'file'
  return target.isDirectory() ? 'folder' : 'other'
}

async function folderOf(entry: Dirent, path: string, absolute: string, parent: Folder): Promise<Folder> {
  if (!entry.isSymbolicLink()) return { path, real: join(parent.real, entry.name), chain: parent.chain }
  const real = await realpath(absolute).catch(() => absolute)
  return { path, real, chain: [...parent.chain, real] }
}

/** Whether a folder is, or holds, one that is being read. */
const isLoop = (real: string, { real: here, chain }: Folder): boolean =>
  [here, ...chain].some((open) => open === real || open.startsWith(real.endsWith('/') ? real : `${real}/`))

/** Only what could have been a skill or a folder of skills is worth a word. */
const brokenLink = (path: string, wanted: boolean): Problem[] =>
  wanted || /(^|\/)skills\/[^/]+$/.test(path) ? [problem(path, 'the link leads nowhere, or round in a circle')] : []

const skippedNote = (skipped: readonly string[]): Problem[] =>
  skipped.length === 0
    ? []
    : [
        problem(
          skipped[0]!,
          `${counted(skipped.length, 'folder')} node_modules not looked into; name one as the source to audit it`,
          'note',
        ),
      ]

/** The system's code of a file error, such as EACCES. */
export const systemCode = (thrown: unknown): string => (thrown as NodeJS.ErrnoException)?.code ?? 'no reason given'
