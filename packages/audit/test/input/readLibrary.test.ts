import { symlink } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readLibrary } from '../../src/input/index.ts'
import { folderWith, skillText, someSkills, tea } from './support/folder.ts'

const nowhere = { home: '/nonexistent-home', fetchPackage: false }
const read = (folder: string, source?: string) => readLibrary(source, { ...nowhere, cwd: folder })
/** What the problems of a library say, with their files. */
const said = (library: Awaited<ReturnType<typeof read>>): string[] =>
  library.problems.map(({ place, what }) => `${place.file}: ${what}`)

describe('readLibrary of a folder', () => {
  it('finds every SKILL.md, nested or hidden, sorted by path, with the line of its description', async () => {
    const folder = await folderWith({
      'plugins/tea/skills/brew-tea/SKILL.md': '---\nname: brew-tea\nlicense: MIT\ndescription: >\n  Brews.\n---\nBoil.',
      '.claude/skills/no-description/SKILL.md': '---\nname: no-description\n---\nFirst words.',
      '.agents/skills/bare/SKILL.md': 'No front matter.',
      'README.md': 'not a skill',
    })
    const library = await read(folder, '.')
    expect(library).toMatchObject({ source: '.', format: 'skills', folder, problems: [], copies: [] })
    expect(library.skills.map(({ id, place, package: group }) => [id, place.line, group])).toEqual([
      ['.agents/skills/bare/SKILL.md', 1, '.agents/skills'],
      ['.claude/skills/no-description/SKILL.md', 2, '.claude/skills'],
      ['plugins/tea/skills/brew-tea/SKILL.md', 4, 'plugins/tea/skills'],
    ])
    const [bare] = library.skills
    expect(bare).toMatchObject({ name: 'bare', description: 'No front matter.', raw: 'No front matter.' })
    expect(library.warnings).toContainEqual({
      id: bare!.id,
      rule: 'no-front-matter',
      detail: expect.stringContaining('---'),
    })
  })

  it('counts exact copies once, white space aside, and keeps skills that only share a name', async () => {
    const folder = await folderWith({
      ...someSkills,
      'a/brew-tea/SKILL.md': someSkills[tea]!.replace('a pot', 'a  pot').replace(/\n$/, '\n\n\n'),
    })
    const library = await read(folder, '.')
    expect(library.copies).toEqual([{ id: tea, of: 'a/brew-tea/SKILL.md' }])
    expect(library.skills.map(({ name }) => name)).toEqual(['brew-tea', 'walk-dog', 'file-taxes', 'walk-dog'])
  })

  it('keeps what it can read of a SKILL.md that is too large, no UTF-8, or has invalid YAML', async () => {
    const good = skillText('good', 'Does good.')
    const folder = await folderWith({
      'large/SKILL.md': skillText('large', 'Is large.', 'many words\n'.repeat(500_000)),
      'latin/SKILL.md': Buffer.from(skillText('latin', 'Brews caf\u00e9.'), 'latin1'),
      'yaml/SKILL.md': '---\nname: yaml\ndescription: one: two: [three\n---\nBody.',
      'deep/SKILL.md': `---\nname: deep\ndescription: ${'['.repeat(100_000)}\n---\nBody.`,
      'good/SKILL.md': good,
    })
    const library = await read(folder, '.')
    const byName = new Map(library.skills.map((skill) => [skill.id, skill]))
    expect(byName.get('good/SKILL.md')?.raw).toBe(good)
    expect(byName.get('large/SKILL.md')?.description).toBe('Is large.')
    expect(byName.get('large/SKILL.md')!.body.length).toBeLessThan(1_000_000)
    expect(byName.get('large/SKILL.md')!.raw.length).toBeGreaterThan(5_000_000)
    expect(byName.get('latin/SKILL.md')?.description).toBe('Brews caf\uFFFD.')
    expect(byName.get('yaml/SKILL.md')?.description).toBe('one: two: [three')
    expect(library.warnings).toContainEqual(expect.objectContaining({ id: 'yaml/SKILL.md', rule: 'invalid-yaml' }))
    expect(said(library)).toContainEqual(expect.stringMatching(/^large\/SKILL.md: it is 5\.5 MB long/))
    expect(said(library)).toContainEqual(expect.stringMatching(/^latin\/SKILL.md: it holds bytes that are not UTF-8/))
    const deep =
      library.skills.some(({ id }) => id.startsWith('deep')) || said(library).some((one) => /^deep/.test(one))
    expect(deep).toBe(true)
  })

  it('says what it could not read at all, and reads the rest', async () => {
    const folder = await folderWith({
      'binary/SKILL.md': Uint8Array.from([0x89, 0x50, 0, 1, 2]),
      'utf16/SKILL.md': Buffer.from(`\uFEFF${skillText('utf16', 'x')}`, 'utf16le'),
      'huge/SKILL.md': new Uint8Array(16_000_001).fill(97),
      'good/SKILL.md': skillText('good', 'Does good.'),
    })
    await symlink('nowhere', join(folder, 'good', 'skill.md'))
    const library = await read(folder, '.')
    expect(library.skills.map(({ name }) => name)).toEqual(['good'])
    expect(said(library)).toEqual([
      expect.stringMatching(/^binary\/SKILL.md: it is binary/),
      expect.stringMatching(/^good\/skill.md: the link leads nowhere/),
      expect.stringMatching(/^huge\/SKILL.md: it is 16\.0 MB large/),
      expect.stringMatching(/^utf16\/SKILL.md: it is text in UTF-16/),
    ])
  })

  it('follows links once, and none in a circle', async () => {
    const folder = await folderWith({ ...someSkills, 'lib/a/x/SKILL.md': skillText('x', 'Does x.') })
    await symlink('../..', join(folder, 'lib', 'a', 'round'))
    await symlink('/', join(folder, 'lib', 'everything'))
    await symlink('lib', join(folder, 'zlib'))
    await symlink('self', join(folder, 'skills', 'self'))
    const library = await read(folder, '.')
    expect(library.skills).toHaveLength(5)
    expect(library.skills.map(({ id }) => id)).toContain('lib/a/x/SKILL.md')
    expect(said(library)).toEqual([
      'lib/a/round: the link leads back to a folder above it',
      'lib/everything: the link leads back to a folder above it',
      'skills/self: the link leads nowhere, or round in a circle',
      'zlib: it is the folder lib by another path, and was read once',
    ])
  })

  it('leaves node_modules out, with a note, unless it is the folder that was named', async () => {
    const folder = await folderWith({
      ...someSkills,
      'node_modules/p/SKILL.md': skillText('p', 'Does p.'),
      '.git/SKILL.md': skillText('g', 'Does g.'),
    })
    const library = await read(folder, '.')
    expect(library.skills).toHaveLength(4)
    expect(library.problems).toEqual([
      { place: { file: 'node_modules', line: null }, what: expect.stringContaining('not looked into'), level: 'note' },
    ])
    expect((await read(folder, 'node_modules')).skills.map(({ id }) => id)).toEqual(['p/SKILL.md'])
  })

  it('takes terminal escapes, control characters and hidden ones out of names and descriptions', async () => {
    const text =
      '---\nname: "te\\x07a"\ndescription: "Brews\\e]0;owned\\a \\e[31mred\\e[0m\\u202E tea.\\e]8;; Rest"\ntags: ["h\\e[1mot"]\n---\nBoil.'
    const folder = await folderWith({ 'a/SKILL.md': text, 'b\u001b[31m/SKILL.md': skillText('b', 'Does b.') })
    const library = await read(folder, '.')
    expect(library.skills.map(({ id, name, description }) => [id, name, description])).toEqual([
      ['a/SKILL.md', 'tea', 'Brews red tea.8;; Rest'],
      ['b/SKILL.md', 'b', 'Does b.'],
    ])
    expect(library.skills[0]!.raw).toBe(text)
    expect(library.skills[0]!.tags).toEqual(['hot'])
    expect(said(library)).toEqual([
      expect.stringMatching(/^a\/SKILL.md: its description holds 5 control or hidden characters/),
      expect.stringMatching(/^a\/SKILL.md: its name holds 1 control or hidden character;/),
    ])
    expect(JSON.stringify({ ...library, skills: library.skills.map(({ raw: _, ...rest }) => rest) })).not.toMatch(
      /\\u001b|\\u0007|\u202E/,
    )
  })

  it('says where a name departs from the format, and keeps it', async () => {
    const names = ['tea', 'tea-2', 'Tea Party', 'tea--pot', '-tea', 'tea_pot', 'ns:tea']
    const files = names.map((name, i) => [`${i}/SKILL.md`, skillText(`"${name}"`, `Brews tea number ${i}.`)])
    const library = await read(await folderWith(Object.fromEntries(files)), '.')
    expect(library.skills.map(({ name }) => name)).toEqual(names)
    const odd = library.warnings.filter(({ rule }) => rule === 'name-characters').map(({ id }) => id)
    expect(odd).toEqual(['2', '3', '4', '5', '6'].map((folder) => `${folder}/SKILL.md`))
  })

  it('notes descriptions in other languages once, and audits them', async () => {
    const folder = await folderWith({
      'a/SKILL.md': skillText('a', '为客人泡一壶茶'),
      'b/SKILL.md': skillText('b', 'Prepara una tetera completa para todos los invitados de la casa.'),
      'c/SKILL.md': skillText('c', 'Brews a pot of tea for all the guests of the house.'),
      'd/SKILL.md': skillText('d', 'Brews tea.'),
      'e/SKILL.md': skillText('e', 'Terminal tea playback: kettle, steam, volume, group, status, play or stop'),
      'f/SKILL.md': skillText('f', 'Misafirler için bir çaydanlık dolusu çay demler, sonra bardakları doldurur.'),
    })
    const library = await read(folder, '.')
    expect(library.skills).toHaveLength(6)
    expect(library.problems).toEqual([
      {
        place: { file: 'a/SKILL.md', line: null },
        what: expect.stringContaining('3 descriptions of 6 not in English, as it seems; audited all the same'),
        level: 'note',
      },
    ])
  })

  it('throws LB_NO_SKILLS with where it looked and what stood in the way', async () => {
    const empty = await folderWith({ 'README.md': 'x' })
    await expect(read(empty, '.')).rejects.toMatchObject({ code: 'LB_NO_SKILLS' })
    const binary = await folderWith({ 'x/SKILL.md': Uint8Array.of(0) })
    await expect(read(binary, '.')).rejects.toThrow(/x\/SKILL\.md: it is binary/)
    const near = await folderWith(someSkills)
    await expect(read(near, './skils')).rejects.toMatchObject({ code: 'LB_NO_SKILLS' })
    await expect(read(near, 'skils/')).rejects.toThrow('near: skills')
  })

  it('reads any bytes without throwing, and the good skill beside them', async () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc.array(
        fc.constantFrom('---', '\n', 'name:', 'description:', ' ', '&a', '*a', '[', '{', '"', 'é', '!!', '\t', '|'),
        {
          maxLength: 40,
        },
      ),
    )
    await fc.assert(
      fc.asyncProperty(bytes, async (content) => {
        const data = content instanceof Uint8Array ? content : `---\n${content.join('')}\n---\n`
        const folder = await folderWith({ 'bad/SKILL.md': data, 'good/SKILL.md': skillText('good', 'Does good.') })
        const library = await read(folder, '.')
        expect(library.skills.map(({ id }) => id)).toContain('good/SKILL.md')
        expect(library.skills.length === 2 || library.problems.length > 0 || library.copies.length > 0).toBe(true)
      }),
      { numRuns: 60 },
    )
  })
})

describe('readLibrary without a source', () => {
  it('looks in the usual folders of the project together, each skill once', async () => {
    const folder = await folderWith({
      '.agents/skills/brew-tea/SKILL.md': someSkills[tea]!,
      'skills/x/SKILL.md': skillText('x', 'Does x.'),
      'elsewhere/y/SKILL.md': skillText('y', 'Does y.'),
      '.claude/skills/z/SKILL.md': skillText('z', 'Does z.'),
    })
    await symlink('../../.agents/skills/brew-tea', join(folder, '.claude/skills/brew-tea'))
    const library = await read(folder)
    expect(library.source).toBe('.claude/skills, .agents/skills, skills')
    expect(library.skills.map(({ id }) => id)).toEqual([
      '.claude/skills/brew-tea/SKILL.md',
      '.claude/skills/z/SKILL.md',
      'skills/x/SKILL.md',
    ])
    expect(library.copies).toEqual([])
    expect(library.problems).toEqual([expect.objectContaining({ level: 'note' })])
  })

  it('looks in the home of the user where the project has none', async () => {
    const cwd = await folderWith({ 'skills/README.md': 'none' })
    const home = await folderWith({
      '.openclaw/skills/x/SKILL.md': skillText('x', 'Does x.'),
      'skills/y/SKILL.md': 'y',
    })
    const library = await readLibrary(undefined, { cwd, home })
    expect(library.source).toBe('~/.openclaw/skills')
    expect(library.skills.map(({ id }) => id)).toEqual(['.openclaw/skills/x/SKILL.md'])
    await expect(readLibrary(undefined, { cwd, home: cwd })).rejects.toThrow(/\.claude\/skills.*~\/\.openclaw\/skills/)
  })
})

describe('readLibrary of a file', () => {
  it('reads a single SKILL.md under the name of its folder', async () => {
    const folder = await folderWith({ 'tea/SKILL.md': 'Boil water.', 'tea/other.md': skillText('other', 'Else.') })
    const library = await read(folder, 'tea/SKILL.md')
    expect(library.skills).toHaveLength(1)
    expect(library.skills[0]).toMatchObject({ id: 'SKILL.md', name: 'tea', description: 'Boil water.' })
    expect((await read(folder, 'tea/other.md')).skills[0]).toMatchObject({ id: 'other.md', name: 'other' })
  })

  it.each([
    ['empty.json', '', /neither a SKILL\.md nor JSON/],
    ['wrong.json', '{"skills": 1, "b": 2}', /an object with the keys skills, b/],
    ['numbers.json', '[1, 2]', /a list of 2/],
    ['binary.json', '\0', /binary/],
    ['notes.txt', 'hello', /neither/],
  ])('refuses %s with LB_INPUT', async (name, content, message) => {
    const folder = await folderWith({ [name]: content })
    await expect(read(folder, name)).rejects.toMatchObject({
      code: 'LB_INPUT',
      message: expect.stringMatching(message),
    })
  })
})
