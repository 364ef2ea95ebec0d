import { streamsOf } from '@lawbook/base'
import { chosenPointwise } from '@lawbook/routers'
import { type Library, libraryOf, type Request, words } from '@lawbook/skills'
import { requestCurves } from '@lawbook/sweeps'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyEdits, applySteps, revertEdits } from '../../src/edit/apply.ts'
import { editedStandings } from '../../src/evaluate/standing.ts'
import { addedTo } from '../../src/steps/addedWords.ts'
import { anchoring, ourSteps, splitting } from '../../src/steps/index.ts'
import { household, householdRequests, requestOf, skillOf } from './texts.ts'

const everyStep = [...ourSteps, splitting({ characters: 20, similarity: 1 })]

const word = fc.constantFrom(
  'bread',
  'oven',
  'bakes',
  'letters',
  'stamps',
  'not for',
  'use when',
  'the',
  'user',
  'hats',
)
const mark = fc.constantFrom(' ', ' ', ', ', '. ', '; ', ' — ')
const text = fc.array(fc.tuple(word, mark), { maxLength: 14 }).map((all) => all.flat().join('').trim())
const libraries = fc
  .array(fc.tuple(text, text), { minLength: 1, maxLength: 12 })
  .map((all) => libraryOf(all.map(([description, body], i) => skillOf(`skill-${i}`, description, body))))
const worlds = libraries.chain((library) =>
  fc.tuple(
    fc.constant(library),
    fc.array(
      fc.tuple(fc.nat(library.skills.length - 1), text).map(([at, asked]) => requestOf(`skill-${at}`, asked)),
      { maxLength: 8 },
    ),
  ),
)

describe.each(everyStep)('$id', (step) => {
  test('changes nothing that it was given, and its edits lead there and back', () => {
    fc.assert(
      fc.property(worlds, ([library, calibration]) => {
        const before = JSON.stringify([library, calibration])
        const { library: after, edits } = step.edit(library, calibration)
        expect(JSON.stringify([library, calibration])).toBe(before)
        expect(applyEdits(library, edits)).toEqual(libraryOf(after.skills))
        expect(revertEdits(after, edits)).toEqual(library)
        expect(step.edit(library, calibration)).toEqual({ library: after, edits })
      }),
      { numRuns: 60 },
    )
  })

  test('gives every edit a reason of one lower-case sentence with a number in it', () => {
    const { edits } = step.edit(household, householdRequests)
    for (const { reason } of edits) expect(reason).toMatch(/^[^A-Z].*\d|^.*\d.*$/)
    for (const { reason } of edits) expect(reason).not.toMatch(/\.$|\n/)
  })
})

describe('ourSteps', () => {
  test('are four, in the roles of the four of the paper', () => {
    expect(ourSteps.map(({ id }) => id)).toEqual(['merging', 'boundary', 'trimming', 'anchoring'])
  })

  test('together lead back as well, and keep every skill that is no copy', () => {
    const edited = applySteps(household, ourSteps, householdRequests)
    expect(edited.library.skills.map(({ id }) => id)).toEqual(household.skills.map(({ id }) => id))
    expect(revertEdits(edited.library, edited.edits)).toEqual(household)
  })

  test('never put four consecutive words of a request into a listing', () => {
    fc.assert(
      fc.property(worlds, ([library, calibration]) => {
        const after = applySteps(library, ourSteps, calibration).library.skills
        for (const { skill, text: asked } of calibration) {
          const added = addedTo(after.find(({ id }) => id === skill)?.description ?? '')
          for (const run of runs(added.join(' '))) expect(runs(asked)).not.toContain(run)
        }
      }),
      { numRuns: 60 },
    )
  })
})

const runs = (all: string): Set<string> => {
  const list = words(all)
  return new Set(list.slice(3).map((_, i) => list.slice(i, i + 4).join(' ')))
}

/** The mean chance that a router is right in the whole library, before and after anchoring. */
async function gainOf(library: Library, calibration: readonly Request[], asked: readonly Request[]): Promise<number> {
  const [router] = chosenPointwise(['bm25'])
  const accuracy = async (edited: ReturnType<typeof applySteps>): Promise<number> => {
    const standings = await editedStandings({
      router: router!,
      original: library,
      edited,
      requests: asked,
      resources: {},
      reading: 'strict',
    })
    const { right } = requestCurves(standings, [library.skills.length], library.skills.length)
    return right.reduce((sum, chance) => sum + chance, 0) / right.length
  }
  return (await accuracy(applySteps(library, [anchoring()], calibration))) - (await accuracy({ library, edits: [] }))
}

describe('anchoring on wordings that it has not seen', () => {
  const stream = streamsOf('audit')('steps')
  const draw = (from: string, n: number): string =>
    Array.from({ length: n }, () => `${from}${letter(stream.integer(26))}${letter(stream.integer(26))}`).join(' ')
  const letter = (i: number): string => String.fromCharCode(97 + i)
  const library = libraryOf(
    Array.from({ length: 150 }, (_, i) => skillOf(`s${letter(i % 26)}${letter(Math.floor(i / 26))}`, draw('li', 12))),
  )

  test('gains nothing where words of requests are random', async () => {
    const ask = (): Request[] => library.skills.map(({ id }) => requestOf(id, `${draw('li', 3)} ${draw('re', 9)}`))
    expect(Math.abs(await gainOf(library, ask(), ask()))).toBeLessThan(0.04)
  })

  test('gains much where users of a skill share words', async () => {
    const own = new Map(library.skills.map(({ id }) => [id, draw('re', 6)]))
    const ask = (): Request[] => library.skills.map(({ id }) => requestOf(id, `${draw('li', 3)} ${own.get(id)!}`))
    expect(await gainOf(library, ask(), ask())).toBeGreaterThan(0.4)
  })
})
