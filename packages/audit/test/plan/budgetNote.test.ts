import { expect, it } from 'vitest'
import { budgetNotes } from '../../src/plan/budgetNote.ts'
import { excessOf } from '../../src/plan/room.ts'
import { type Profile, profiles } from '../../src/see/profiles.ts'
import { seen } from '../../src/see/seen.ts'
import { file, libraryOf } from './world.ts'

const library = libraryOf([file('a', 'x'.repeat(60)), file('b', 'y'.repeat(40))])
const notes = (profile: Partial<Profile>): string => {
  const shown = seen(library, { ...profiles.none, ...profile })
  return budgetNotes(library.skills, shown, excessOf(library, shown)).join()
}

it('says nothing where every description is shown and there is room', () => {
  expect([notes({}), notes({ budgetChars: 103 })]).toEqual(['', ''])
})

it('says how much must go, and which setting gives more', () => {
  expect(notes({ budgetChars: 71 })).toBe(
    'to show every description, 31 characters must go, 16 a skill on average, which leaves 34 each, or the budget raised to 102 characters',
  )
  expect(notes({ budgetChars: 71, id: 'claude-code' })).toMatch(/102 characters \(skillListingBudgetFraction or SLASH/)
  expect(notes({ budgetChars: 102 })).toMatch(/adds no more characters than it takes out/)
})

it('says that wording is no help where the names alone take too much, or skills are not listed', () => {
  expect(notes({ budgetChars: 20, perSkillOverhead: 12 })).toMatch(
    /^without any description the listing takes 26 characters, more than its budget of 20: .* raised to 126 characters$/,
  )
  expect(notes({ maxSkills: 1, budgetChars: 500 })).toMatch(/^1 of 2 skills is not listed at all/)
  expect(notes({ maxSkills: 0, budgetChars: 500 })).toMatch(/^2 of 2 skills are not listed at all/)
})

it('sets thousands apart, and says one character as one', () => {
  expect(notes({ budgetChars: 101 })).toMatch(/^to show every description, 1 character must go, 1 a skill/)
  const long = libraryOf([file('a', 'x'.repeat(6000)), file('b', 'y'.repeat(40_000))])
  const said = (profile: Partial<Profile>): string => {
    const shown = seen(long, { ...profiles.none, ...profile })
    return budgetNotes(long.skills, shown, excessOf(long, shown)).join()
  }
  expect(said({ budgetChars: 22_406 })).toBe(
    'to show every description, 23,596 characters must go, 11,798 a skill on average, which leaves 11,202 each, or the budget raised to 46,002 characters',
  )
  expect(said({ budgetChars: 1000, perSkillOverhead: 1234 })).toMatch(
    /takes 2,470 characters, more than its budget of 1,000:/,
  )
})
