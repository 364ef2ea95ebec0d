import { basename } from 'node:path'
import { fail } from '@lawbook/base'
import { execa } from 'execa'
import { cleaned } from '../input/clean.ts'

/** A file or link of a tree. `mode`: 100644 or 100755 a file, 120000 a link. */
export type GitEntry = { readonly path: string; readonly mode: string; readonly object: string }

/** The top folder of the repository that a folder is in. */
export async function gitTop(cwd: string): Promise<string> {
  const { failed, code, stdout } = await git(cwd, ['rev-parse', '--show-toplevel'])
  if (code === 'ENOENT') fail('LB_INPUT', '--since needs git, which was not found; install it')
  if (failed)
    fail('LB_INPUT', `--since compares versions in a git repository, and ${cleaned(basename(cwd))} is in none`)
  return text(stdout).replace(/\r?\n$/, '')
}

/** The files and links of a ref, submodules left out. */
export async function gitTree(top: string, ref: string): Promise<GitEntry[]> {
  const named = cleaned(ref)
  const known = ref !== '' && !ref.startsWith('-')
  const found = known ? await git(top, ['rev-parse', '--verify', '--quiet', `${ref}^{commit}`]) : null
  if (found === null || found.failed)
    return fail(
      'LB_INPUT',
      `git knows no commit ${named}; fetch it first (in a shallow clone: git fetch --depth=1 origin <branch>), or name another one`,
    )
  const { failed, stdout } = await git(top, ['ls-tree', '-r', '-z', '--full-tree', text(found.stdout).trim()])
  if (failed) fail('LB_INPUT', `git cannot list the files of ${named}; fetch it whole`)
  return text(stdout)
    .split('\u0000')
    .flatMap((line) => {
      const match = /^(\d+) blob ([0-9a-f]+)\t([\s\S]+)$/.exec(line)
      return match === null ? [] : [{ mode: match[1]!, object: match[2]!, path: match[3]! }]
    })
}

/** The contents of objects, in their order, by one process. */
export async function gitBlobs(top: string, objects: readonly string[]): Promise<Buffer[]> {
  if (objects.length === 0) return []
  const { failed, stdout } = await git(top, ['cat-file', '--batch'], `${objects.join('\n')}\n`)
  if (failed) fail('LB_INPUT', 'git cannot read the files of that version; fetch it whole')
  const bytes = Buffer.from(stdout)
  let at = 0
  return objects.map((object) => {
    const end = bytes.indexOf(10, at)
    const size = Number(/ blob (\d+)$/.exec(bytes.toString('latin1', at, end))?.[1] ?? Number.NaN)
    if (!Number.isFinite(size)) fail('LB_INPUT', `git lacks the object ${object} of that version; fetch it whole`)
    at = end + 1 + size + 1
    return bytes.subarray(end + 1, end + 1 + size)
  })
}

const git = (cwd: string, args: readonly string[], input = '') =>
  execa('git', ['-C', cwd, ...args], {
    ...{ input, encoding: 'buffer', reject: false, stripFinalNewline: false },
    ...{ maxBuffer: 2_000_000_000 },
  } as const)

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8')
