import { chmod, mkdir, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { AuditLibrary } from '../../src/auditLibrary.ts'
import type { Edit } from '../../src/edit/edit.ts'
import { writeFixed } from '../../src/fix/writeFixed.ts'
import { readLibrary } from '../../src/input/index.ts'
import type { PlannedEdit } from '../../src/report.ts'
import { folderWith, skillText } from '../input/support/folder.ts'

const tree = {
  'README.md': 'Read me.\r\n',
  'brew-tea/SKILL.md': skillText('brew-tea', 'Makes tea.', 'Boil.\r\n\r\nPour.'),
  'brew-tea/pot.bin': Uint8Array.from([0, 255, 10, 13]),
  'make-tea/SKILL.md': skillText('make-tea', 'Makes tea too.', 'Boil it well.'),
  'make-tea/cup.txt': 'A cup.',
  'walk-dog/SKILL.md': skillText('walk-dog', 'Walks the dog.'),
}
const out = async () => join(await folderWith({}), 'out')
const read = (folder: string) => readLibrary(folder, { cwd: folder, home: folder })

const planned = (edit: Edit): PlannedEdit => ({
  ...{ edit, gain: null, p: null, chars: 0, evidence: 'lexical only', place: { file: null, line: null } },
})
const skillOf = ({ skills }: AuditLibrary, name: string) => skills.find((skill) => skill.name === name)!
const rewrite = (library: AuditLibrary, name: string, description: string): Edit => {
  const before = skillOf(library, name)
  return { kind: 'rewrite', step: 'a test', reason: 'why not', before, after: { ...before, description } }
}
const merge = (library: AuditLibrary, gone: string, into: string, description: string): Edit => {
  const [before, intoBefore] = [skillOf(library, gone), skillOf(library, into)]
  const after = { ...intoBefore, description }
  return { kind: 'merge', step: 'a test', reason: 'one work', before, intoBefore, after, serves: true }
}
const filesIn = async (folder: string): Promise<string[]> =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort()

describe('writeFixed', () => {
  it('writes an edited copy, everything else byte for byte, and never touches the original', async () => {
    const folder = await folderWith(tree)
    await mkdir(join(folder, '.git'))
    await writeFile(join(folder, '.git/HEAD'), 'x')
    await chmod(join(folder, 'brew-tea/pot.bin'), 0o755)
    const library = await read(folder)
    const to = await out()
    const edits = [rewrite(library, 'walk-dog', 'Walks any dog.')]
    const { files } = await writeFixed({ library, plan: { edits: edits.map(planned) }, out: to })
    expect(files).toEqual(['walk-dog/SKILL.md'])
    for (const path of Object.keys(tree)) {
      const [before, after] = await Promise.all([readFile(join(folder, path)), readFile(join(to, path))])
      expect(before.equals(Buffer.from(tree[path as keyof typeof tree]))).toBe(true)
      if (path !== 'walk-dog/SKILL.md') expect(after.equals(before)).toBe(true)
    }
    expect((await stat(join(to, 'brew-tea/pot.bin'))).mode & 0o100).toBe(0o100)
    expect(skillOf(await read(to), 'walk-dog').description).toBe('Walks any dog.')
    const own = Object.keys(tree).concat('.lawbook/edits.json', '.lawbook/walk-dog.diff').sort()
    expect(await filesIn(to)).toEqual(own)
    const diff = await readFile(join(to, '.lawbook/walk-dog.diff'), 'utf8')
    expect(diff).toContain('--- a/walk-dog/SKILL.md\n+++ b/walk-dog/SKILL.md\n')
    expect(diff).toContain('\n-description: Walks the dog.\n+description: Walks any dog.\n')
  })

  it('merges skills: one keeps both bodies, the SKILL.md of the other goes, its other files stay', async () => {
    const folder = await folderWith(tree)
    const library = await read(folder)
    const to = await out()
    const edits = [merge(library, 'make-tea', 'brew-tea', 'Makes tea. Also called make-tea.')]
    await writeFixed({ library, plan: { edits: edits.map(planned) }, out: to })
    const fixed = await read(to)
    expect(fixed.skills.map(({ name }) => name)).toEqual(['brew-tea', 'walk-dog'])
    expect(skillOf(fixed, 'brew-tea')).toMatchObject({ description: 'Makes tea. Also called make-tea.' })
    expect(skillOf(fixed, 'brew-tea').body).toMatch(/^Boil\.\n\nPour\.[\s\S]*make-tea[\s\S]*Boil it well\.$/)
    expect(await readFile(join(to, 'make-tea/cup.txt'), 'utf8')).toBe('A cup.')
  })

  it('says where other files of a merged skill are, from the skill that stays, and only if there are any', async () => {
    const folder = await folderWith({
      'drinks/brew-tea/SKILL.md': skillText('brew-tea', 'Makes tea.', 'Boil.'),
      'drinks/make-tea/SKILL.md': skillText('make-tea', 'Makes tea.', 'Boil it.'),
      'old/pour-tea/SKILL.md': skillText('pour-tea', 'Makes tea.', 'Boil it well.'),
      'old/pour-tea/cups/cup.txt': 'A cup.',
      'old/tea/SKILL.md': skillText('tea', 'Makes tea.', 'Boil it long.'),
      'old/tea/.git/HEAD': 'x',
    })
    const library = await read(folder)
    const to = await out()
    const edits = ['make-tea', 'pour-tea', 'tea'].map((gone) => planned(merge(library, gone, 'brew-tea', 'Makes tea.')))
    await writeFixed({ library, plan: { edits }, out: to })
    const kept = join(to, 'drinks/brew-tea')
    const said = [...(await readFile(join(kept, 'SKILL.md'), 'utf8')).matchAll(/<!-- (.*) -->/g)].map(
      ([, text]) => text,
    )
    const way = '../../old/pour-tea'
    expect(said).toEqual(['from make-tea', `from pour-tea, whose other files are in ${way}`, 'from tea'])
    expect(await readdir(join(kept, way))).toEqual(['cups'])
  })

  it('does not say a body twice', async () => {
    const steps = 'Boil.\r\n\r\nPour.'
    const folder = await folderWith({
      'brew-tea/SKILL.md': skillText('brew-tea', 'Makes tea.', steps),
      'make-tea/SKILL.md': skillText('make-tea', 'Makes tea.', steps),
      'pour-tea/SKILL.md': skillText('pour-tea', 'Makes tea.', 'Boil it well.'),
      'tea/SKILL.md': skillText('tea', 'Makes tea.', 'Boil it well.'),
      'tea/cup.txt': 'A cup.',
    })
    const library = await read(folder)
    const to = await out()
    const gone = ['make-tea', 'pour-tea', 'tea']
    const edits = gone.map((name) => planned(merge(library, name, 'brew-tea', 'Makes tea.')))
    await writeFixed({ library, plan: { edits }, out: to })
    const { skills } = await read(to)
    expect(skills.map(({ name, body }) => [name, body])).toEqual([
      [
        'brew-tea',
        'Boil.\n\nPour.\n\n<!-- from pour-tea -->\n\nBoil it well.\n\n<!-- the same as tea, whose other files are in ../tea -->',
      ],
    ])
  })

  it('can be taken back: edits.json gives the original bytes', async () => {
    const folder = await folderWith(tree)
    const library = await read(folder)
    const to = await out()
    const edits = [merge(library, 'make-tea', 'brew-tea', 'Tea.'), rewrite(library, 'walk-dog', 'Dogs.')]
    await writeFixed({ library, plan: { edits: edits.map(planned) }, out: to })
    const record = JSON.parse(await readFile(join(to, '.lawbook/edits.json'), 'utf8'))
    expect(record.edits.map(({ kind }: Edit) => kind)).toEqual(['merge', 'rewrite'])
    for (const { file, before, after } of record.files) {
      if (after !== null) expect(await readFile(join(to, file), 'utf8')).toBe(after)
      await writeFile(join(to, file), before)
    }
    for (const path of Object.keys(tree))
      expect((await readFile(join(to, path))).equals(await readFile(join(folder, path)))).toBe(true)
  })

  it('changes what a link leads to in the copy alone', async () => {
    const shared = await folderWith({ 'SKILL.md': skillText('shared', 'Shares.') })
    const folder = await folderWith({ 'walk-dog/SKILL.md': tree['walk-dog/SKILL.md'] })
    await symlink(shared, join(folder, 'shared'))
    await symlink(folder, join(folder, 'loop'))
    const library = await read(folder)
    const to = await out()
    await writeFixed({ library, plan: { edits: [planned(rewrite(library, 'shared', 'Shares all.'))] }, out: to })
    expect(await readFile(join(shared, 'SKILL.md'), 'utf8')).toContain('Shares.')
    expect(await readFile(join(to, 'shared/SKILL.md'), 'utf8')).toContain('Shares all.')
    expect(await readdir(to)).toEqual(['.lawbook', 'shared', 'walk-dog'])
  })

  it('copies the usual folders alone where no source was named, and a single file alone', async () => {
    const folder = await folderWith({
      'private.txt': 'x',
      '.claude/skills/walk-dog/SKILL.md': tree['walk-dog/SKILL.md'],
    })
    const usual = await readLibrary(undefined, { cwd: folder, home: folder })
    const first = join(folder, 'fixed')
    await writeFixed({ library: usual, plan: { edits: [planned(rewrite(usual, 'walk-dog', 'Dogs.'))] }, out: first })
    expect((await filesIn(first)).filter((path) => !path.startsWith('.lawbook'))).toEqual([
      '.claude/skills/walk-dog/SKILL.md',
    ])
    const tools = await folderWith({ 'private.txt': 'x', 'tools.json': '[{"name": "a", "description": "Old."}]' })
    const list = await readLibrary('tools.json', { cwd: tools, home: tools })
    const second = join(tools, 'fixed')
    await writeFixed({ library: list, plan: { edits: [planned(rewrite(list, 'a', 'New.'))] }, out: second })
    expect(await readFile(join(second, 'tools.json'), 'utf8')).toBe('[{"name": "a", "description": "New."}]')
    expect(await readdir(second)).toEqual(['.lawbook', 'tools.json'])
  })

  it('refuses what would lose something, and leaves nothing behind', async () => {
    const folder = await folderWith({
      ...tree,
      'bad/SKILL.md': Uint8Array.from([...Buffer.from(skillText('bad', 'Is ')), 0xff]),
    })
    const library = await read(folder)
    const edits = [planned(rewrite(library, 'walk-dog', 'Dogs.'))]
    const full = await folderWith({ 'a.txt': 'a' })
    const { folder: _, ...elsewhere } = library
    const unreadable = [planned(rewrite(library, 'bad', 'Good.'))]
    const free = await out()
    for (const [options, code] of [
      [{ library, plan: { edits }, out: full }, 'LB_EXISTS'],
      [{ library, plan: { edits }, out: join(full, 'a.txt') }, 'LB_EXISTS'],
      [{ library, plan: { edits }, out: join(folder, 'new/fixed') }, 'LB_USAGE'],
      [{ library: elsewhere, plan: { edits }, out: free }, 'LB_USAGE'],
      [{ library, plan: { edits: unreadable }, out: free }, 'LB_INPUT'],
    ] as const)
      await expect(writeFixed(options)).rejects.toMatchObject({ code })
    expect(await readdir(full)).toEqual(['a.txt'])
    await expect(stat(free)).rejects.toThrow()
  })
})
