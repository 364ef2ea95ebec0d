import { mkdir, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { execa } from 'execa'
import { describe, expect, it } from 'vitest'
import { readLibrary } from '../../src/input/index.ts'
import { librarySince } from '../../src/lock/since.ts'
import { folderWith, skillText } from '../input/support/folder.ts'

const git = (folder: string, ...args: string[]) =>
  execa('git', ['-C', folder, '-c', 'user.name=a', '-c', 'user.email=a@b.c', ...args])

/** A repository with these files in one commit, tagged `first`. */
async function repository(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await folderWith(files)
  await git(folder, 'init', '-q')
  await commit(folder, 'first')
  return folder
}
async function commit(folder: string, tag: string): Promise<void> {
  await git(folder, 'add', '-A')
  await git(folder, 'commit', '-q', '-m', tag)
  await git(folder, 'tag', tag)
}
const files = {
  'README.md': 'Read me.',
  'skills/brew-tea/SKILL.md': skillText('brew-tea', 'Brews a pot of tea.'),
  'skills/walk-dog/SKILL.md': skillText('walk-dog', 'Walks the dog.'),
}

describe('librarySince', () => {
  it('reads the library of a ref as it was read then, whatever is on the disk now', async () => {
    const folder = await repository(files)
    const { folder: _, ...then } = await readLibrary('skills', { cwd: folder, home: folder })
    await writeFile(join(folder, 'skills/brew-tea/SKILL.md'), skillText('brew-tea', 'Something else.'))
    await rm(join(folder, 'skills/walk-dog'), { recursive: true })
    expect(await librarySince('skills', 'first', folder)).toEqual(then)
    await commit(folder, 'second')
    expect(await librarySince('skills', 'first', folder)).toEqual(then)
    expect((await librarySince('skills', 'HEAD', folder)).skills.map(({ description }) => description)).toEqual([
      'Something else.',
    ])
  })

  it('knows a single file, a path with .. and the whole repository', async () => {
    const folder = await repository(files)
    const one = await librarySince('skills/brew-tea/SKILL.md', 'first', folder)
    expect(one.skills.map(({ id }) => id)).toEqual(['SKILL.md'])
    const below = await librarySince('../walk-dog', 'first', join(folder, 'skills/brew-tea'))
    expect(below).toMatchObject({ source: '../walk-dog', skills: [{ name: 'walk-dog' }] })
    expect((await librarySince('.', 'first', folder)).skills).toHaveLength(2)
  })

  it('looks in the usual folders without a source, and follows links inside the repository', async () => {
    const folder = await repository({ '.agents/skills/brew-tea/SKILL.md': files['skills/brew-tea/SKILL.md'] })
    await mkdir(join(folder, '.claude'))
    await symlink('../.agents/skills', join(folder, '.claude/skills'))
    const outside = await folderWith({ 'SKILL.md': skillText('outside', 'Is of today.') })
    await symlink(outside, join(folder, '.agents/skills/outside'))
    await symlink('../../../../outside', join(folder, '.agents/skills/above'))
    await commit(folder, 'linked')
    const found = await librarySince(undefined, 'linked', folder)
    expect(found.skills.map(({ id }) => id)).toEqual(['.claude/skills/brew-tea/SKILL.md'])
  })

  it('does not change the repository', async () => {
    const folder = await repository(files)
    await librarySince('skills', 'first', folder)
    expect((await git(folder, 'status', '--porcelain')).stdout).toBe('')
  })

  it('says what is wrong', async () => {
    const folder = await repository(files)
    await mkdir(join(folder, 'later'))
    const outside = await folderWith(files)
    const wrong = [
      ['skills', 'no-such-ref', folder, /no commit no-such-ref/],
      ['skills', '--help', folder, /no commit --help/],
      ['later', 'first', folder, /later does not exist at first/],
      ['nowhere', 'first', folder, /no file or folder nowhere/],
      ['skills', 'first', outside, /skills is in none/],
      [undefined, 'first', join(folder, 'later'), /no skill in the usual folders/],
    ] as const
    for (const [source, ref, cwd, message] of wrong)
      await expect(librarySince(source, ref, cwd)).rejects.toMatchObject({
        code: 'LB_INPUT',
        message: expect.stringMatching(message),
      })
    await rename(join(folder, 'skills'), join(folder, 'moved'))
    await expect(librarySince('moved', 'first', folder)).rejects.toThrow(/moved does not exist at first/)
  })
})
