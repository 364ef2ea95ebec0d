import { symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { LawbookError } from '@lawbook/base'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readLibrary, readPicks } from '../../src/input/index.ts'
import { folderWith, someSkills, taxes, tea } from './support/folder.ts'

const lines = (rows: readonly unknown[]): string => rows.map((row) => JSON.stringify(row)).join('\n')

async function read(files: Readonly<Record<string, string>>, path: string, lenient?: boolean) {
  const folder = await folderWith({ ...someSkills, ...files })
  const library = await readLibrary('skills', { cwd: folder, home: folder, fetchPackage: false })
  const all = await readLibrary('.', { cwd: folder, home: folder, fetchPackage: false })
  const notes: string[] = []
  const options = { onNote: (note: string) => notes.push(note), ...(lenient === undefined ? {} : { lenient }) }
  return { picks: await readPicks(join(folder, path), all, options), notes, library }
}
const texts = (picks: readonly { text: string; picked: string | null }[]) =>
  picks.map(({ text, picked }) => [text, picked])

describe('rows of picks', () => {
  const rows = [
    {
      request: 'Tea please',
      picked: 'brew-tea',
      offered: ['brew-tea', taxes, 'gone'],
      expected: 'file-taxes',
      id: 'a',
    },
    { text: 'Nothing', picked: null, expected: null },
    { text: 'Unknown', picked: tea },
  ]
  const expected = [
    { id: 'a', text: 'Tea please', offered: [tea, taxes], picked: tea, expected: taxes },
    { id: 'FILE:2', text: 'Nothing', offered: null, picked: null, expected: null },
    { id: 'FILE:3', text: 'Unknown', offered: null, picked: tea },
  ]

  it.each([
    ['p.jsonl', lines(rows)],
    ['p.json', JSON.stringify(rows)],
    ['p.txt', lines(rows)],
  ])('are read from %s; what is expected stays unknown where a row does not say', async (name, content) => {
    const { picks, notes } = await read({ [name]: content }, name)
    expect(picks).toStrictEqual(expected.map((pick) => ({ ...pick, id: pick.id.replace('FILE', name) })))
    expect(notes).toEqual([expect.stringMatching(/^1 offered skill in p\.\w+ not in the library/)])
  })

  it('that cannot be used are refused, or left out if it is lenient', async () => {
    const content = lines([
      ...rows,
      { text: 'x', picked: 'nobody' },
      { text: 'x', picked: 'brew-tea', expected: 'y' },
      4,
    ])
    await expect(read({ 'p.jsonl': content }, 'p.jsonl')).rejects.toMatchObject({
      code: 'LB_INPUT',
      message: expect.stringMatching(
        /3 of 6 rows .*line 4: picked: there is no skill "nobody".*line 5: expected: .*line 6/,
      ),
    })
    const { picks, notes } = await read({ 'p.jsonl': content }, 'p.jsonl', true)
    expect(picks).toHaveLength(3)
    expect(notes[0]).toMatch(/left out$/)
  })
})

describe('sessions of Claude Code', () => {
  const user = (content: unknown, more: object = {}) => ({ type: 'user', message: { role: 'user', content }, ...more })
  const calls = (...parts: object[]) => ({ type: 'assistant', message: { role: 'assistant', content: parts } })
  const skill = (name: string, key = 'skill') => ({ type: 'tool_use', name: 'Skill', input: { [key]: name } })
  const said = { type: 'text', text: 'Here you are.' }
  const session = [
    { type: 'summary', summary: 'x', leafUuid: 'y' },
    user('Caveat: The messages below were generated'),
    user('Words of the program', { isMeta: true }),
    calls(said),
    user([{ type: 'text', text: 'Tea <system-reminder>hush</system-reminder>please' }], { uuid: 'u1' }),
    calls(said),
    calls({ type: 'tool_use', name: 'Read', input: { file_path: 'x' } }, skill('house:brew-tea')),
    user([{ type: 'tool_result', content: 'Launching skill' }]),
    user([{ type: 'text', text: 'Base directory for this skill: /x' }]),
    calls(skill('file-taxes')),
    user('Never mind'),
    calls(said),
    user('Words of the agent to another one', { isSidechain: true }),
    { ...calls(skill('file-taxes')), isSidechain: true },
    user('<command-name>/file-taxes</command-name>'),
    calls(skill('file-taxes')),
    user('My taxes'),
    user('My taxes, quickly'),
    calls(skill('file-taxes', 'command')),
    user('Dogs'),
    calls(skill('walk-dog')),
    user('Do it with a stranger'),
    calls(skill('stranger')),
    user('The last words, without an answer'),
  ]

  it('give the request before each first Skill call, and null where there was none', async () => {
    const { picks, notes } = await read({ 's.jsonl': `${lines(session)}\n{"type":"us` }, 's.jsonl')
    expect(texts(picks)).toEqual([
      ['Tea please', tea],
      ['Never mind', null],
      ['My taxes, quickly', taxes],
    ])
    expect(picks.map(({ id }) => id)).toEqual(['s.jsonl:5', 's.jsonl:11', 's.jsonl:18'])
    expect(picks.every((pick) => pick.offered === null && !('expected' in pick))).toBe(true)
    expect(notes).toEqual([
      '2 picks in s.jsonl of skills that the library does not have, or has twice: walk-dog, stranger',
      '1 skill in s.jsonl taken up after the first of a turn: not counted',
      '1 line of s.jsonl that are no JSON: left out',
    ])
  })

  it('in a folder are read together, what a resumed one repeats once', async () => {
    const files = { 'p/a/1.jsonl': lines(session.slice(0, 12)), 'p/b/2.jsonl': lines(session.slice(0, 7)) }
    const { picks, notes } = await read({ ...files, 'p/odd.jsonl': '{"what": 1}\n', 'p/x.txt': 'no' }, 'p')
    expect(picks.map(({ id }) => id)).toEqual(['a/1.jsonl:5', 'a/1.jsonl:11'])
    expect(notes.at(-1)).toBe('1 file left out, in no known format: odd.jsonl begins with an object with the keys what')
  })
})

describe('sessions of OpenClaw', () => {
  const message = (role: string, ...content: object[]) => ({ type: 'message', id: 'm', message: { role, content } })
  const text = (words: string) => ({ type: 'text', text: words })
  const call = (name: string, given: object) => ({ type: 'toolCall', id: 'c', name, arguments: given })

  it('give the SKILL.md that was read, by the tool or by a command', async () => {
    const session = [
      { type: 'session', version: 3, id: 's', cwd: '/w' },
      { type: 'model_change', modelId: 'x' },
      { ...message('user', text('Tea please')), id: 'm1' },
      message('assistant', { type: 'thinking', thinking: 'hm' }, call('read', { path: '/w/skills/brew-tea/SKILL.md' })),
      message('toolResult', text('---')),
      message('assistant', text('Done.')),
      { ...message('user', text('My dog')), id: 'm2' },
      message('assistant', call('exec', { command: 'cat ~/w/other/walk-dog/SKILL.md | head -40' })),
      { ...message('user', text('Thanks')), id: 'm3' },
      message('assistant', call('read', { path: '/w/README.md' }), call('exec', { command: 'ls skills' })),
    ]
    const { picks, notes } = await read({ 'o.jsonl': lines(session) }, 'o.jsonl')
    expect(texts(picks)).toEqual([
      ['Tea please', tea],
      ['My dog', 'other/walk-dog/SKILL.md'],
      ['Thanks', null],
    ])
    expect(notes).toEqual([])
  })
})

describe('rollouts of Codex', () => {
  const item = (payload: object) => ({ timestamp: 't', type: 'response_item', payload })
  const user = (words: string) =>
    item({ type: 'message', role: 'user', content: [{ type: 'input_text', text: words }] })
  const run = (given: unknown, name = 'shell') =>
    item({ type: 'function_call', name, arguments: JSON.stringify(given), call_id: 'c' })

  it('give the SKILL.md that a command read', async () => {
    const rollout = [
      { timestamp: 't', type: 'session_meta', payload: { id: 'x', cwd: '/w', cli_version: '0.80.0' } },
      user('<environment_context>\n<cwd>/w</cwd></environment_context>'),
      user('# AGENTS.md instructions for /w'),
      item({ type: 'message', role: 'assistant', content: [] }),
      user('Tea please'),
      { timestamp: 't', type: 'event_msg', payload: { type: 'user_message', message: 'Tea please' } },
      item({ type: 'reasoning', summary: [] }),
      run({ command: ['bash', '-lc', "sed -n '1,200p' /w/.codex/skills/brew-tea/SKILL.md"] }),
      user('My taxes'),
      run({ cmd: 'rg --files | grep SKILL.md' }, 'exec_command'),
      run({ cmd: 'cat skills/file-taxes/SKILL.md', workdir: '/w' }, 'exec_command'),
      user('Write a skill'),
      run({ cmd: 'ls -l skills/brew-tea/SKILL.md' }, 'exec_command'),
      run({ cmd: "cat > skills/brew-tea/SKILL.md <<'EOF'\nx\nEOF" }, 'exec_command'),
      run({ cmd: "sed -i 's/a/b/' skills/brew-tea/SKILL.md" }, 'exec_command'),
      item({ type: 'custom_tool_call', name: 'apply_patch', input: '*** Begin Patch\ncat skills/brew-tea/SKILL.md' }),
      user('$file-taxes now'),
      user('<skill>\n<name>file-taxes</name></skill>'),
      run({ cmd: 'cat skills/file-taxes/SKILL.md' }, 'exec_command'),
    ]
    const { picks } = await read({ 'rollout-1.jsonl': lines(rollout) }, 'rollout-1.jsonl')
    expect(texts(picks)).toEqual([
      ['Tea please', tea],
      ['My taxes', taxes],
      ['Write a skill', null],
    ])
  })
})

describe('what is no pick', () => {
  it.each([
    [
      'an unknown format',
      'x.jsonl',
      '{"a": 1, "b": 2}\n{"c": 3}',
      /x\.jsonl begins with an object with the keys a, b; known/,
    ],
    ['an unknown list', 'x.json', '[{"q": 1}]', /an object with the keys q; known/],
    ['an empty file', 'x.jsonl', '', /nothing: it is empty/],
    ['no JSON', 'x.jsonl', 'hello', /a line that is no JSON/],
    ['a folder without any', 'skills', '', /no \.jsonl file below/],
    ['a missing file', 'none.jsonl', '', /ENOENT/],
  ])('%s is refused by name', async (_, path, content, message) => {
    const files: Record<string, string> = path.startsWith('x') ? { [path]: content } : {}
    await expect(read(files, path)).rejects.toMatchObject({
      code: 'LB_INPUT',
      message: expect.stringMatching(message),
    })
  })

  it('says what stood in the way in a folder', async () => {
    const folder = await folderWith({ ...someSkills, 'log/x.jsonl': '{"request": "tea", "picked": null}' })
    await symlink('..', join(folder, 'log', 'loop'))
    const library = await readLibrary('.', { cwd: folder, home: folder, fetchPackage: false })
    const notes: string[] = []
    const picks = await readPicks(join(folder, 'log'), library, { onNote: (note) => notes.push(note) })
    expect(picks).toHaveLength(1)
    expect(notes).toEqual(['loop: the link leads back to a folder above it'])
  })

  it('throws nothing but a LawbookError, whatever the bytes and rows', async () => {
    const folder = await folderWith(someSkills)
    const library = await readLibrary('.', { cwd: folder, home: folder, fetchPackage: false })
    const type = fc.constantFrom<unknown>('user', 'assistant', 'message', 'response_item', 'session', { toString: 1 })
    const any = fc.oneof(
      fc.anything(),
      fc.constant([{ type: 'tool_use', name: 'Skill', input: {} }]),
      fc.constant(null),
    )
    const inner = fc.record({ role: fc.constantFrom('user', 'assistant'), content: any, type, arguments: any })
    const row = fc.record(
      { type, message: fc.oneof(inner, any), payload: fc.oneof(inner, any), picked: any, text: any },
      {
        requiredKeys: ['type'],
      },
    )
    const data = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      fc.array(row, { maxLength: 8 }).map((some) => lines(some.map((one) => JSON.parse(safely(one)) as unknown))),
    )
    await fc.assert(
      fc.asyncProperty(data, async (content) => {
        await writeFile(join(folder, 'p.jsonl'), content)
        const found = await readPicks(join(folder, 'p.jsonl'), library, { lenient: true }).catch(
          (error: unknown) => error,
        )
        expect(Array.isArray(found) || found instanceof LawbookError).toBe(true)
      }),
      { numRuns: 200 },
    )
  })
})

/** Anything as JSON: what cannot be written, such as a big integer, as its type. */
const safely = (value: unknown): string =>
  JSON.stringify(value, (_, item: unknown) => (typeof item === 'bigint' ? 'bigint' : item))
