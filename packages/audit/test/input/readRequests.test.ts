import { join } from 'node:path'
import { LawbookError } from '@lawbook/base'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findTriggerEvals, readLibrary, readRequests } from '../../src/input/index.ts'
import { folderWith, skillText, someSkills, taxes, tea } from './support/folder.ts'

const twin = { 'a/brew-tea/SKILL.md': someSkills[tea]! }
const libraryIn = async (files: Readonly<Record<string, string | Uint8Array>>) => {
  const folder = await folderWith({ ...someSkills, ...files })
  return { folder, library: await readLibrary('.', { cwd: folder, home: folder, fetchPackage: false }) }
}
async function read(name: string, content: string | Uint8Array, lenient?: boolean) {
  const { folder, library } = await libraryIn({ [name]: content })
  const notes: string[] = []
  const options = lenient === undefined ? {} : { lenient }
  const requests = await readRequests(join(folder, name), library, { ...options, onNote: (note) => notes.push(note) })
  return { requests, notes }
}
const rows = [
  { text: 'Make me some tea', skill: 'brew-tea', acceptable: [taxes, 'brew-tea'], id: 'first' },
  { text: 'What is the weather?', skill: null },
]
const expected = [
  { id: 'first', text: 'Make me some tea', skill: tea, acceptable: [taxes] },
  { id: 'FILE:2', text: 'What is the weather?', skill: null, acceptable: [] },
]

describe('readRequests', () => {
  it.each([
    ['JSON lines', 'r.jsonl', `\uFEFF${JSON.stringify(rows[0])}\r\n\n${JSON.stringify(rows[1])}`],
    ['a JSON list', 'r.json', JSON.stringify(rows, null, 2)],
    [
      'CSV',
      'r.csv',
      `id, text ,skill,acceptable\nfirst,"Make me\nsome tea",brew-tea,${taxes}|brew-tea\n,,,\n,What is the weather?,,`,
    ],
  ])('reads %s', async (_, name, content) => {
    const { requests, notes } = await read(name, content)
    expect(requests).toEqual(expected.map((request) => ({ ...request, id: request.id.replace('FILE', name) })))
    expect(notes).toEqual([])
  })

  it('reads one row alone, and takes a copy for the skill that stayed', async () => {
    const { folder, library } = await libraryIn({
      ...twin,
      'r.json': JSON.stringify({ text: 'Tea', skill: tea }, null, 1),
    })
    expect(library.copies).toHaveLength(1)
    expect((await readRequests(join(folder, 'r.json'), library))[0]!.skill).toBe('a/brew-tea/SKILL.md')
  })

  const bad = [
    { text: 'Good', skill: 'brew-tea' },
    { text: 'Typo', skill: 'brew-te' },
    { text: 'Two', skill: 'walk-dog' },
    { text: 'Forgotten' },
    { skill: 'brew-tea' },
    5,
    { text: 'Acceptable', skill: null, acceptable: ['nobody'] },
    { text: 'Twice', skill: null, id: 'x' },
    { text: 'Twice', skill: null, id: 'x' },
  ]
  const content = `${bad.map((row) => JSON.stringify(row)).join('\n')}\n{"text":`

  it('fails with the first five rows that cannot be used, their lines and near misses', async () => {
    const thrown = await read('r.jsonl', content).catch((error: unknown) => error as LawbookError)
    expect(thrown).toMatchObject({ code: 'LB_INPUT', details: { bad: 8 } })
    const { message } = thrown as LawbookError
    expect(message).toMatch(
      /^8 of 10 rows of r\.jsonl cannot be used: line 2: there is no skill "brew-te" \(near: brew-tea/,
    )
    expect(message).toMatch(/line 3: 2 skills are called "walk-dog"; name one by its id \(other\/walk-dog\/SKILL\.md, /)
    expect(message).toMatch(/line 4: it does not say which skill is meant/)
    expect(message).toMatch(/line 5: it has no text.*line 6: it is a number.*and 3 more/)
  })

  it('leaves them out with a note if it is lenient', async () => {
    const { requests, notes } = await read('r.jsonl', content, true)
    expect(requests.map(({ text }) => text)).toEqual(['Good', 'Twice'])
    expect(notes).toEqual([expect.stringMatching(/^8 of 10 rows .* left out$/)])
    await expect(read('r.jsonl', '{"text":1}', true)).rejects.toMatchObject({ code: 'LB_INPUT' })
  })

  it.each([
    ['empty', '', /is empty/],
    ['[]', '[]', /holds no requests/],
    ['another table', 'query,tool\na,b', /begins "query,tool"; known are/],
    ['another object', '{"a": 1, "b": 2}', /holds an object with the keys a, b; known are/],
    ['binary', Uint8Array.of(1, 0), /binary/],
  ])('refuses %s with LB_INPUT', async (_, text, message) => {
    const thrown = await read('r.txt', text).catch((error: unknown) => error)
    expect(thrown).toMatchObject({ code: 'LB_INPUT', message: expect.stringMatching(message) })
  })

  it('refuses a file that is not there', async () => {
    const { folder, library } = await libraryIn({})
    await expect(readRequests(join(folder, 'none.jsonl'), library)).rejects.toMatchObject({ code: 'LB_INPUT' })
  })

  it('throws nothing but a LawbookError, whatever the bytes, and reads the good rows', async () => {
    const line = fc.oneof(
      fc.json(),
      fc.string(),
      fc.record({ text: fc.anything(), skill: fc.anything() }).map((row) => JSON.stringify(row) ?? ''),
      fc.constant(JSON.stringify(bad[0])),
    )
    const { folder, library } = await libraryIn({})
    const { writeFile } = await import('node:fs/promises')
    const check = async (data: string | Uint8Array, good: boolean): Promise<void> => {
      await writeFile(join(folder, 'r.jsonl'), data)
      const found = await readRequests(join(folder, 'r.jsonl'), library, { lenient: true }).catch(
        (error: unknown) => error,
      )
      if (Array.isArray(found)) expect(found.some(({ text }) => text === 'Good') || !good).toBe(true)
      else expect(found).toBeInstanceOf(LawbookError)
      if (good) expect(found).toBeInstanceOf(Array)
    }
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), (data) => check(data, false)),
      { numRuns: 60 },
    )
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 6 }), (lines) =>
        check([JSON.stringify(bad[0]), ...lines.map((one) => one.replace(/\s/g, ' '))].join('\n'), true),
      ),
      { numRuns: 100 },
    )
  })
})

describe('trigger evaluations', () => {
  const evals = [
    { query: 'Make me some tea', should_trigger: true },
    { query: 'Fill in my taxes', should_trigger: false, expected_skill: 'file-taxes' },
    { query: 'What is the weather?', should_trigger: false },
  ]
  const path = 'skills/brew-tea/evals/trigger_eval.json'

  it('are found, and belong to the skill that they lie beside', async () => {
    const { folder, library } = await libraryIn({
      [path]: JSON.stringify(evals),
      'skills/brew-tea/trigger_eval.json': '[]',
      'skills/evals/other.json': '[]',
    })
    expect(await findTriggerEvals(folder)).toEqual([join(folder, path)])
    expect(await findTriggerEvals(join(folder, 'nowhere'))).toEqual([])
    const notes: string[] = []
    const requests = await readRequests(join(folder, path), library, { onNote: (note) => notes.push(note) })
    expect(requests).toEqual([
      { id: `${tea}:trigger:1`, text: 'Make me some tea', skill: tea, acceptable: [] },
      { id: `${tea}:trigger:2`, text: 'Fill in my taxes', skill: taxes, acceptable: [] },
      { id: `${tea}:trigger:3`, text: 'What is the weather?', skill: null, acceptable: [] },
    ])
    expect(notes).toEqual([expect.stringMatching(/^1 row of the trigger evaluation of .* read as meant for none/)])
  })

  it('belong to the innermost skill, or to the one that they name', async () => {
    const { folder, library } = await libraryIn({
      'skills/brew-tea/deeper/SKILL.md': skillText('deeper', 'Is deeper.'),
      'skills/brew-tea/deeper/evals/trigger_eval.json': JSON.stringify(evals.slice(0, 1)),
      'else/evals/trigger_eval.json': JSON.stringify({
        skill_name: 'file-taxes',
        evals: [{ prompt: 'Tax', should_trigger: true }],
      }),
      'unknown/evals/trigger_eval.json': JSON.stringify(evals.slice(0, 1)),
    })
    const skillOf = async (at: string) => (await readRequests(join(folder, at), library))[0]!.skill
    expect(await skillOf('skills/brew-tea/deeper/evals/trigger_eval.json')).toBe('skills/brew-tea/deeper/SKILL.md')
    expect(await skillOf('else/evals/trigger_eval.json')).toBe(taxes)
    await expect(skillOf('unknown/evals/trigger_eval.json')).rejects.toThrow(/no skill of the library lies beside/)
  })
})
