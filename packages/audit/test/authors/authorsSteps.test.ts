import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { authorsSteps, authorsStepsOf } from '../../src/authors/authorsSteps.ts'
import { releasedReading } from '../../src/authors/reading.ts'
import { applyEdits, applySteps, revertEdits } from '../../src/edit/apply.ts'
import { library, skill } from '../library.ts'

const invoice = 'Extract invoice totals from scanned supplier letters and export ledger rows.'
const written = library(
  skill('a-ledger', invoice),
  skill('a-ledger-2', `${invoice} Checks dates.`),
  skill('b-maps', 'Draw street maps, hiking trails, rivers, bridges and parking places of small old towns.'),
  skill('b-plans', 'Draw street maps, hiking trails, rivers, bridges and bus stops of small old towns.'),
  skill('c-anything', 'Generic general workflow: various multiple process.'),
  skill('d-birds', 'Identify birds and record songs, nests, feathers and routes of cranes at night.'),
  skill('e-things', 'General matters of the office.'),
  skill('f-notes', 'Read general notes.'),
)
const [audit, boundary, removal, anchoring] = authorsSteps as unknown as [
  (typeof authorsSteps)[0],
  ...typeof authorsSteps,
]
const described = (edited: { skills: readonly { id: string; description: string }[] }, id: string) =>
  edited.skills.find((one) => one.id === id)?.description

describe('authorsSteps', () => {
  it('are the four steps of the paper, in order', () => {
    expect(authorsSteps.map(({ id }) => id)).toEqual([
      'authors-nearest-neighbour-audit',
      'authors-boundary-rewriting',
      'authors-abstract-removal',
      'authors-prompt-anchoring',
    ])
  })
  it('the audit merges what is redundant in one family and leaves all else', () => {
    const { library: after, edits } = audit.edit(written, [])
    expect(edits).toHaveLength(1)
    expect(edits[0]).toMatchObject({
      kind: 'merge',
      before: { id: 'a-ledger-2' },
      after: { id: 'a-ledger' },
      serves: true,
    })
    expect(described(after, 'a-ledger')).toBe(`${invoice} Checks dates.`)
    expect(after.skills).toHaveLength(7)
  })
  it('a merged skill does not answer for one that did other work', () => {
    const other = {
      ...written.skills[1]!,
      body: 'Paint the fence in three coats, wait a day after each, then sand it.',
    }
    const { edits } = audit.edit({ skills: written.skills.with(1, other) }, [])
    expect(edits[0]).toMatchObject({ serves: false, after: { body: expect.stringContaining('fence') } })
  })
  it('boundary rewriting puts the template in the place of both descriptions of a close pair', () => {
    const { edits } = boundary.edit(written, [])
    expect(edits.map(({ kind, before }) => [kind, before.id])).toEqual([
      ['rewrite', 'b-maps'],
      ['rewrite', 'b-plans'],
    ])
    expect(edits[0]).toMatchObject({
      after: {
        description:
          'b-maps: to draw street maps, hiking trails, rivers for b-maps workflows. Scope: only for b-maps tasks; not for vague, catch-all requests. Also: bridges; do not use if the request is specifically for b-plans; excludes tasks about street maps, hiking trails, rivers.',
      },
    })
  })
  it('boundary rewriting adds its clauses where the reading says so', () => {
    const { library: after } = authorsStepsOf({ ...releasedReading, boundary: 'append' })[1]!.edit(written, [])
    expect(described(after, 'b-maps')).toBe(
      `${written.skills[2]!.description} Boundary: do not use if the request is specifically for b-plans; excludes tasks about street maps, hiking trails, rivers.`,
    )
  })
  it('of two pairs with one skill the later rewrite stands, added clauses all stay', () => {
    const third = skill(
      'b-routes',
      'Draw street maps, hiking trails, rivers, bridges and bike lanes of small old towns.',
    )
    const three = library(...written.skills, third)
    const neighbours = (text: string | undefined) => text!.match(/specifically for b-\w+/g)
    expect(neighbours(described(boundary.edit(three, []).library, 'b-maps'))).toHaveLength(1)
    const append = authorsStepsOf({ ...releasedReading, boundary: 'append' })[1]!
    expect(neighbours(described(append.edit(three, []).library, 'b-maps'))).toHaveLength(2)
  })
  it('abstract-skill removal removes or narrows, and never removes what is protected', () => {
    const { edits } = removal.edit(written, [])
    expect(edits.map(({ kind, before }) => [kind, before.id])).toEqual([
      ['remove', 'c-anything'],
      ['rewrite', 'e-things'],
    ])
    const safe = { ...written.skills[4]!, tags: ['protected'] }
    const kept = removal.edit({ skills: written.skills.with(4, safe) }, [])
    expect(kept.edits.map(({ kind }) => kind)).toEqual(['rewrite', 'rewrite'])
  })
  it('prompt anchoring rewrites what is managed but neither removed nor narrowed', () => {
    const { edits } = anchoring.edit(written, [])
    expect(edits).toHaveLength(1)
    expect(edits[0]).toMatchObject({
      kind: 'rewrite',
      before: { id: 'f-notes' },
      after: {
        description:
          'f-notes: to read general notes for f-notes workflows. Scope: only for f-notes tasks; not for vague, catch-all requests. Also: prefer a neighboring specialist skill if its anchors match.',
      },
    })
  })
})

describe('edits of the four steps', () => {
  const phrase = fc.constantFrom(
    ...[
      'Read old maps',
      'generic workflow',
      'draw maps of towns',
      'only for towns',
      'handle multiple files',
      'sort files',
    ],
  )
  const one = fc.tuple(fc.constantFrom('map', 'fast-map', 'map-2', 'file'), fc.array(phrase, { maxLength: 5 }))
  const readings = fc.record({
    review: fc.constantFrom('library' as const, 'skill' as const),
    boundary: fc.constantFrom('replace' as const, 'append' as const),
  })
  it('are taken back exactly, never touch their input, and are the same each time', () => {
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: 9 }), readings, (skills, how) => {
        const before = library(
          ...skills.map(([name, phrases], i) => ({ ...skill(name, phrases.join('. ')), id: `${name}@${i}` })),
        )
        const copy = structuredClone(before)
        const steps = authorsStepsOf({ ...releasedReading, ...how })
        const { library: after, edits } = applySteps(before, steps, [])
        expect(before).toEqual(copy)
        expect(applyEdits(before, edits)).toEqual(after)
        expect(revertEdits(after, edits)).toEqual(before)
        expect(applySteps(copy, steps, []).edits).toEqual(edits)
      }),
    )
  })
})
