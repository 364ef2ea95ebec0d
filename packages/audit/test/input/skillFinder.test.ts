import { describe, expect, it } from 'vitest'
import { readLibrary } from '../../src/input/index.ts'
import { skillFinder } from '../../src/input/skillFinder.ts'
import { folderWith, skillText, someSkills, taxes, tea } from './support/folder.ts'

async function finder() {
  const folder = await folderWith({
    ...someSkills,
    'SKILL.md': skillText('top', 'Lies at the top.'),
    'a/x/SKILL.md': skillText('first', 'Is first.'),
    'b/x/SKILL.md': skillText('second', 'Is second.'),
    'renamed/SKILL.md': skillText('other-name', 'Is named otherwise.'),
  })
  return skillFinder(await readLibrary('.', { cwd: folder, home: folder, fetchPackage: false }))
}

describe('skillFinder', () => {
  it.each([
    [tea, tea],
    [' brew-tea ', tea],
    ['plugin:file-taxes', taxes],
    ['walk-dog', null],
    ['renamed', null],
    ['', null],
  ])('names %s', async (text, id) => expect((await finder()).named(text).id).toBe(id))

  it.each([
    ['/home/u/.claude/skills/brew-tea/SKILL.md', tea],
    ['C:\\w\\skills\\brew-tea\\skill.md', tea],
    ['/w/b/x/SKILL.md', 'b/x/SKILL.md'],
    ['/w/c/x/SKILL.md', null],
    ['/w/renamed/SKILL.md', 'renamed/SKILL.md'],
    ['/w/other-name/SKILL.md', 'renamed/SKILL.md'],
    ['./SKILL.md', null],
    ['/w/gone/SKILL.md', null],
  ])('finds the skill at %s', async (path, id) => expect((await finder()).atPath(path).id).toBe(id))
})
