import { describe, expect, it } from 'vitest'
import { notesOf } from '../../src/plan/notes.ts'
import { profiles } from '../../src/see/profiles.ts'
import { seen } from '../../src/see/seen.ts'
import { file, libraryOf } from './world.ts'

const library = libraryOf([file('a', 'x'), file('b', 'y')])

/** The notes of a trial in which each of these skills has so many requests, of so many that were given. */
function notes(counts: readonly number[], given: number, copies = 0): string {
  const requests = counts.flatMap((n, skill) =>
    Array.from({ length: n }, (_, i) => ({
      ...{ id: `${skill} ${i}`, text: 'x', skill: `${skill}`, right: skill, acceptable: [], half: (i % 2) as 0 | 1 },
    })),
  )
  const gone = Array.from({ length: copies }, (_, i) => ({ id: `c${i}`, of: 'a' }))
  return notesOf({
    library: { ...library, copies: gone },
    ...{ seen: seen(library, profiles.none), excess: null, routers: [], edits: [] },
    trial: { basis: 'requests', requests, given } as unknown as Parameters<typeof notesOf>[0]['trial'],
  }).join('\n')
}

describe('notes of a plan', () => {
  it('say one as one and more as more', () => {
    expect(notes([1], 1)).toMatch(/^1 of 1 skill with requests has only one: /m)
    expect(notes([1, 1, 2], 4)).toMatch(/^2 of 3 skills with requests have only one: /m)
    expect(notes([1], 2)).toMatch(/^of 2 requests 1 was asked, /m)
    expect(notes([2], 2, 1)).toMatch(/^remove the exact copy first, which counts once here: c0$/m)
    expect(notes([2], 2, 2)).toMatch(/^remove the exact copies first, which count once here: c0, c1$/m)
  })

  it('set thousands apart', () => {
    expect(notes([1500], 23_596)).toMatch(/^of 23,596 requests 1,500 were asked, /m)
    expect(notes([2], 2, 1239)).toMatch(/c4 and 1,234 more$/m)
  })
})
