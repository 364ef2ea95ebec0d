import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { profileFrom, readProfile } from '../../src/see/readProfile.ts'

test('what a profile leaves out has no limit', () => {
  expect(profileFrom({ budgetChars: 500, order: 'path' }, 'here')).toMatchObject({
    ...{ id: 'own', budgetChars: 500, perSkillChars: null, order: 'path', overflow: 'names-only' },
  })
  expect(profileFrom({ budgetChars: null }, 'here').budgetChars).toBeNull()
})

test('a field that does not exist or has another type is refused by name', () => {
  const refused = (value: unknown, words: RegExp) =>
    expect(() => profileFrom(value, 'mine.json')).toThrow(
      expect.objectContaining({ code: 'LB_INPUT', message: expect.stringMatching(words) }),
    )
  refused([], /mine\.json/)
  refused(null, /mine\.json/)
  refused({ budget: 5 }, /budget.*budgetChars/)
  refused({ budgetChars: -1 }, /-1/)
  refused({ budgetChars: '8000' }, /"8000"/)
  refused({ perSkillOverhead: null }, /perSkillOverhead/)
  refused({ order: 'random' }, /name, path, given/)
  refused({ overflow: 'wrap' }, /names-only, cut, drop/)
  refused({ listsPath: 'yes' }, /false, true/)
  refused({ id: 'codex' }, /id/)
  refused({ title: 3 }, /title/)
  refused({ constructor: 1 }, /constructor/)
})

test('a profile is read from a file; one that is missing is said to be', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'profile-'))
  try {
    await writeFile(join(folder, 'p.json'), '{"maxSkills": 3}')
    expect(await readProfile(join(folder, 'p.json'))).toMatchObject({ maxSkills: 3 })
    await expect(readProfile(join(folder, 'q.json'))).rejects.toMatchObject({ code: 'LB_INPUT' })
    await writeFile(join(folder, 'r.json'), '{')
    await expect(readProfile(join(folder, 'r.json'))).rejects.toMatchObject({ code: 'LB_JSON' })
  } finally {
    await rm(folder, { recursive: true })
  }
})
