import { mkdir, mkdtemp, realpath, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join, posix, relative, resolve, sep } from 'node:path'
import { asLawbookError, fail } from '@lawbook/base'
import type { AuditLibrary } from '../auditLibrary.ts'
import { cleaned } from '../input/clean.ts'
import { readLibrary } from '../input/index.ts'
import { isSkillFile } from '../input/skillFile.ts'
import { type GitEntry, gitBlobs, gitTop, gitTree } from './git.ts'

/**
 * A library as of a git ref, read like the one on the disk: what is read of the tree (files of skills, links inside the
 * repository, the named file) is laid out in a temporary folder, which is removed; nothing is checked out. Without a
 * source the usual folders below `cwd` count. LB_INPUT where there is no repository, no such ref or no such path at it,
 * or where the source is no path.
 */
export async function librarySince(source: string | undefined, ref: string, cwd: string): Promise<AuditLibrary> {
  const start = await realpath(cwd)
  const wanted = source === undefined ? start : await realOf(resolve(cwd, source), source)
  const top = await gitTop((await stat(wanted)).isDirectory() ? wanted : dirname(wanted))
  const path = insideOf(top, wanted) ?? ''
  const entries = await gitTree(top, ref)
  if (source !== undefined && !entries.some((entry) => entry.path === path || isBelow(entry.path, path)))
    fail('LB_INPUT', `${cleaned(source)} does not exist at ${cleaned(ref)}; name an older folder, or leave --since out`)
  const temporary = await mkdtemp(join(tmpdir(), 'lawbook-since-'))
  try {
    const root = join(temporary, 'top', basename(top))
    await layOut(
      root,
      top,
      entries.filter((entry) => isWanted(entry, path)),
    )
    const place = { cwd: join(root, source === undefined ? path : ''), home: join(temporary, 'home') }
    return await readBack(source === undefined ? undefined : path || '.', place, { source, ref })
  } finally {
    await rm(temporary, { recursive: true, force: true })
  }
}

/** The library in the temporary folder, called what the user called it. Nothing of it stays on the disk. */
async function readBack(
  named: string | undefined,
  place: { readonly cwd: string; readonly home: string },
  { source, ref }: { readonly source: string | undefined; readonly ref: string },
): Promise<AuditLibrary> {
  try {
    const { folder: _, ...library } = await readLibrary(named, { ...place, fetchPackage: false })
    return source === undefined ? library : { ...library, source: cleaned(source) }
  } catch (thrown) {
    const error = asLawbookError(thrown)
    if (error.code !== 'LB_NO_SKILLS') throw error
    return fail(
      'LB_INPUT',
      `at ${cleaned(ref)} there is no skill in ${cleaned(source ?? 'the usual folders')}: all of them are new; leave --since out`,
    )
  }
}

/** A path relative to the repository with '/', '' for its top; null outside of it. */
function insideOf(top: string, path: string): string | null {
  const way = relative(top, path).split(sep).join('/')
  return way === '..' || way.startsWith('../') || way.startsWith('/') || /^[A-Za-z]:/.test(way) ? null : way
}

const realOf = (path: string, source: string): Promise<string> =>
  realpath(path).catch(() =>
    fail('LB_INPUT', `there is no file or folder ${cleaned(source)}; --since compares files in a git repository`),
  )

const isBelow = (path: string, folder: string): boolean => folder === '' || path.startsWith(`${folder}/`)

/** Links may lead anywhere in the repository, so that skill files of all of it are laid out. */
const isWanted = (entry: GitEntry, source: string): boolean =>
  entry.path === source || entry.mode === '120000' || isSkillFile(posix.basename(entry.path))

async function layOut(root: string, top: string, entries: readonly GitEntry[]): Promise<void> {
  const blobs = await gitBlobs(
    top,
    entries.map(({ object }) => object),
  )
  for (const [i, { path, mode }] of entries.entries()) {
    const at = join(root, ...path.split('/'))
    if (mode === '120000') {
      const target = blobs[i]!.toString('utf8')
      if (!staysInside(path, target)) continue
      await mkdir(dirname(at), { recursive: true })
      await symlink(target, at)
    } else {
      await mkdir(dirname(at), { recursive: true })
      await writeFile(at, blobs[i]!)
    }
  }
}

/** A link that leads out of the repository would lead to files of today. */
function staysInside(path: string, target: string): boolean {
  const way = posix.normalize(posix.join(posix.dirname(path), target))
  return !posix.isAbsolute(target) && way !== '..' && !way.startsWith('../')
}
