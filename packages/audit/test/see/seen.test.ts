import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { AuditedSkill } from '../../src/auditLibrary.ts'
import { type Profile, profiles } from '../../src/see/profiles.ts'
import { seen } from '../../src/see/seen.ts'

const skill = (name: string, chars: number, file = `${name}/SKILL.md`): AuditedSkill => ({
  ...{ id: file, name, description: 'x'.repeat(chars), body: '', package: '', licence: '', tags: [], raw: '' },
  place: { file, line: 3 },
})
const profile = (fields: Partial<Profile>): Profile => ({ ...profiles.none, order: 'name', ...fields })
const shown = (skills: readonly AuditedSkill[], fields: Partial<Profile>) =>
  seen({ skills }, profile(fields)).skills.map(({ id, shown, chars }) => [id.split('/')[0], shown, chars])

const three = [skill('cc', 10), skill('aa', 30), skill('bb', 20)]

test('without a limit every description is shown in full, in the order given', () => {
  const report = seen({ skills: three }, profiles.none)
  expect(report.skills.map(({ id, shown }) => [id[0], shown])).toEqual([
    ['c', 'full'],
    ['a', 'full'],
    ['b', 'full'],
  ])
  expect(report.usedChars).toBe(6 + 60)
  expect(report.budgetChars).toBeNull()
})

test('a description longer than the limit of one is cut although the budget would hold it', () => {
  expect(shown(three, { perSkillChars: 20 })).toEqual([
    ['aa', 'cut', 20],
    ['bb', 'full', 20],
    ['cc', 'full', 10],
  ])
})

test('names only: the descriptions at the end of the order go, every name stays', () => {
  const fields = { overflow: 'names-only', perSkillOverhead: 5 } as const
  // Frames take 3 · 7 = 21; 30 + 20 + 10 characters of descriptions follow in the order of names.
  expect(shown(three, { ...fields, budgetChars: 81 }).map(([, how]) => how)).toEqual(['full', 'full', 'full'])
  expect(shown(three, { ...fields, budgetChars: 80 }).map(([, how]) => how)).toEqual(['full', 'full', 'name'])
  expect(shown(three, { ...fields, budgetChars: 70 }).map(([, how]) => how)).toEqual(['full', 'name', 'name'])
  expect(shown(three, { ...fields, budgetChars: 0 }).map(([, how]) => how)).toEqual(['name', 'name', 'name'])
  expect(seen({ skills: three }, profile({ ...fields, budgetChars: 80 })).usedChars).toBe(21 + 50)
})

test('cut: descriptions come down to one length; names that do not fit at all go', () => {
  const fields = { overflow: 'cut', perSkillOverhead: 5 } as const
  expect(shown(three, { ...fields, budgetChars: 21 + 42 })).toEqual([
    ['aa', 'cut', 16],
    ['bb', 'cut', 16],
    ['cc', 'full', 10],
  ])
  expect(shown(three, { ...fields, budgetChars: 21 + 2 })).toEqual([
    ['aa', 'name', 0],
    ['bb', 'name', 0],
    ['cc', 'name', 0],
  ])
  expect(shown(three, { ...fields, budgetChars: 20 })).toEqual([
    ['aa', 'cut', 3],
    ['bb', 'cut', 3],
    ['cc', 'nothing', 0],
  ])
  expect(shown(three, { ...fields, budgetChars: 21 + 59, overflowPerSkillChars: 4 })[0]).toEqual(['aa', 'cut', 4])
})

test('drop: whole entries go from the end on', () => {
  expect(shown(three, { overflow: 'drop', budgetChars: 54 })).toEqual([
    ['aa', 'full', 30],
    ['bb', 'full', 20],
    ['cc', 'nothing', 0],
  ])
})

test('a limit on the number of skills holds without any on characters', () => {
  expect(shown(three, { maxSkills: 2 }).map(([, how]) => how)).toEqual(['full', 'full', 'nothing'])
})

test('paths count where the list shows them, and order where it goes by them', () => {
  const skills = [skill('aa', 10, 'z/aa/SKILL.md'), skill('zz', 10, 'b/zz/SKILL.md')]
  expect(seen({ skills }, profile({ listsPath: true })).usedChars).toBe(2 * (2 + 13 + 10))
  expect(shown(skills, { order: 'path' }).map(([first]) => first)).toEqual(['b', 'z'])
})

test('an empty library, and a skill without a description', () => {
  expect(seen({ skills: [] }, profiles['claude-code'])).toMatchObject({ usedChars: 0, skills: [] })
  expect(shown([skill('aa', 0)], { budgetChars: 0 })).toEqual([['aa', 'full', 0]])
})

test('the limits of an agent are kept, more room never shows less, and the order of files does not matter', () => {
  const lengths = fc.array(fc.nat(2000), { minLength: 1, maxLength: 40 })
  const overflow = fc.constantFrom('names-only', 'cut', 'drop') as fc.Arbitrary<Profile['overflow']>
  fc.assert(
    fc.property(lengths, overflow, fc.nat(20_000), fc.nat(5000), (sizes, how, budgetChars, more) => {
      const skills = sizes.map((chars, i) => skill(`s${i}`, chars))
      const frames = skills.reduce((sum, { name }) => sum + name.length + 3, 0)
      const limited = profile({ overflow: how, perSkillOverhead: 3, perSkillChars: 1500, budgetChars })
      const report = seen({ skills }, limited)
      if (frames <= budgetChars) expect(report.usedChars).toBeLessThanOrEqual(budgetChars)
      for (const { chars } of report.skills) expect(chars).toBeLessThanOrEqual(1500)
      expect(seen({ skills: [...skills].reverse() }, limited)).toEqual(report)
      const cutTo = Math.max(...report.skills.map(({ chars }) => chars))
      const longer = skills.reduce((all, { description }) => all + Math.min(1500, description.length, cutTo + 1), 0)
      const cutByBudget = report.skills.some(({ shown, chars }) => shown === 'cut' && chars < 1500)
      if (how === 'cut' && cutByBudget && frames <= budgetChars) expect(frames + longer).toBeGreaterThan(budgetChars)
      const roomier = seen({ skills }, { ...limited, budgetChars: budgetChars + more })
      expect(roomier.usedChars).toBeGreaterThanOrEqual(report.usedChars)
    }),
  )
})

test('profiles carry their ids, sources and dates', () => {
  for (const [id, agent] of Object.entries(profiles)) {
    expect(agent.id).toBe(id)
    if (id === 'none') continue
    expect(agent.source).toMatch(/^https:\/\//)
    expect(agent.asOf).toMatch(/^\d{4}-\d{2}-\d{2}$/)
    expect(agent.agentVersion).not.toBe('')
  }
})
