import { streamsOf } from '@lawbook/base'
import { describe, expect, it } from 'vitest'
import type { AuditedSkill, AuditRequest } from '../../src/auditLibrary.ts'
import { applyEdits, revertEdits } from '../../src/edit/apply.ts'
import { writeFixed } from '../../src/fix/writeFixed.ts'
import { readLibrary } from '../../src/input/index.ts'
import { listingChars } from '../../src/plan/candidates.ts'
import { profiles } from '../../src/see/profiles.ts'
import { folderWith, skillText } from '../input/support/folder.ts'
import { asked, file, libraryOf, plan, randomTexts, routers } from './world.ts'

/**
 * Ten skills that say what they do. `hoard` says at length what it is not for, in the words of the users of three
 * others; nothing in `blend`'s description is in the words of its users.
 */
const things = ['kettle', 'bicycle', 'garden', 'violin', 'passport', 'chimney', 'aquarium', 'telescope']
const honest = things.map((thing) => file(`${thing}-care`, `Looks after a ${thing} and its parts.`))
const hoard = file(
  'hoard-papers',
  'Files letters in boxes. Not for descaling, rinsing or scrubbing a kettle, use kettle-care. Not for tuning, bowing or restringing a violin, use violin-care. Not for stamping, renewing or losing a passport, use passport-care.',
)
const blend = file('blend-stuff', 'Combines several things into one uniform thing.')
const needs: Readonly<Record<string, readonly string[]>> = {
  'kettle-care': [
    'descaling needed rinsing kettle',
    'scrubbing and descaling it, the kettle',
    'rinsing scrubbing a kettle',
    'kettle descaling rinsing please',
  ],
  'violin-care': [
    'tuning and bowing a violin',
    'restringing tuning my violin',
    'bowing restringing violin',
    'violin tuning restringing',
  ],
  'passport-care': [
    'stamping renewing a passport',
    'losing renewing my passport',
    'passport stamping losing',
    'renewing losing passport',
  ],
  'blend-stuff': [
    'smoothie with banana in the mixer',
    'mixer for a banana smoothie',
    'smoothie mixer banana',
    'banana smoothie, mixer on',
    'get the mixer, smoothie, banana',
    'a smoothie',
  ],
}
const requests: AuditRequest[] = [
  ...Object.entries(needs).flatMap(([skill, texts]) => asked(skill, ...texts)),
  ...things.flatMap((thing) => asked(`${thing}-care`, `my ${thing} has a fault`, `parts of the ${thing}`)),
  ...asked('hoard-papers', 'letters into boxes', 'file my letters'),
]
const planted = libraryOf([...honest, hoard, blend])

describe('planOf', () => {
  it('finds the edits that are known to help, and says by how much', async () => {
    const { edits, together } = await plan(planted, requests)
    expect(edits.map(({ edit }) => edit.before.id)).toEqual(['hoard-papers', 'blend-stuff'])
    const [narrow, add] = edits
    expect(narrow).toMatchObject({ evidence: 'held-out requests', place: { file: 'hoard-papers/SKILL.md', line: 3 } })
    expect(narrow!.edit).toMatchObject({ kind: 'rewrite', after: { description: 'Files letters in boxes.' } })
    expect(narrow!.chars).toBeLessThan(-100)
    expect(narrow!.gain!.value).toBeGreaterThan(0.1)
    expect(add!.edit).toMatchObject({ after: { description: expect.stringMatching(/smoothie|mixer|banana/) } })
    expect(add!.gain!.value).toBeGreaterThan(0.05)
    expect(together!.gain.value).toBeGreaterThan(0.2)
    expect(together!.gain.low).toBeGreaterThan(0)
    expect(together!.after.right.value - together!.before.right.value).toBeCloseTo(together!.gain.value, 9)
  })

  it('changes neither the library nor with the order of the requests', async () => {
    const copy = structuredClone(planted)
    const first = await plan(planted, requests)
    expect(planted).toEqual(copy)
    expect(await plan(planted, [...requests].reverse())).toEqual(first)
  })

  it('makes edits that can be applied and taken back, no two of one skill', async () => {
    const { edits, charsBefore, charsAfter } = await plan(planted, requests)
    const plain = { skills: planted.skills.map(({ raw: _, place: __, ...skill }) => skill) }
    const all = edits.map(({ edit }) => edit)
    const edited = applyEdits(plain, all)
    expect(revertEdits(edited, all)).toEqual(plain)
    expect([listingChars(plain.skills), listingChars(edited.skills)]).toEqual([charsBefore, charsAfter])
    expect(new Set(all.map(({ before }) => before.id)).size).toBe(all.length)
  })

  it('measures an edit on no request that chose it', async () => {
    const { edits } = await plan(planted, requests)
    const add = edits.find(({ edit }) => edit.before.id === 'blend-stuff')!
    expect(add.gain!.n).toBeLessThan(requests.length)
    // Words of one half; the same need in the other half in entirely other words: nothing is proven, so nothing is
    // added.
    const spread = ['alpha bravo', 'charlie delta', 'echo foxtrot', 'golf hotel', 'india juliett', 'kilo lima']
    const { edits: none } = await plan(planted, [
      ...requests.filter(({ skill }) => skill !== 'blend-stuff'),
      ...asked('blend-stuff', ...spread),
    ])
    expect(none.some(({ edit }) => edit.before.id === 'blend-stuff')).toBe(false)
  })

  it('adds no words for a skill with one request, and says so', async () => {
    const few = [...requests.filter(({ skill }) => skill !== 'blend-stuff'), ...asked('blend-stuff', 'banana smoothie')]
    const { edits, notes } = await plan(planted, few)
    expect(edits.some(({ edit }) => edit.before.id === 'blend-stuff')).toBe(false)
    expect(notes.join('\n')).toMatch(/1 of 10 skills with requests has only one/)
  })

  it('promises in a random world no more than chance', async () => {
    const gains: number[] = []
    let significant = 0
    for (let world = 0; world < 12; world++) {
      const stream = streamsOf('audit tests')('null world', world)
      const text = { words: 7, vocabulary: 60 }
      const skills = randomTexts(stream, { ...text, texts: 20 }).map((words, i) => file(`s${i + 10}`, `${words}.`))
      const texts = randomTexts(stream, { ...text, texts: 80 })
      const rows = texts.flatMap((words, i) =>
        asked(`s${(i % 20) + 10}`, words).map((row) => ({ ...row, id: `r${i}` })),
      )
      const { together, edits } = await plan(libraryOf(skills), rows)
      if (together !== null) gains.push(together.gain.value)
      significant += edits.filter(({ p }) => p !== null && p < 0.05).length
      if (together !== null && together.p < 0.05 && together.gain.value > 0) significant++
    }
    expect(significant).toBeLessThanOrEqual(1)
    expect(Math.abs(gains.reduce((sum, gain) => sum + gain, 0) / 12)).toBeLessThan(0.02)
  }, 60_000)

  it('never lengthens a listing beyond its budget', async () => {
    const whole = planted.skills.reduce((sum, { name, description }) => sum + name.length + description.length, 0)
    for (const budgetChars of [whole - 200, whole, whole + 20, whole + 500]) {
      const only = libraryOf(planted.skills.filter(({ name }) => name !== 'hoard-papers'))
      const rows = requests.filter(({ skill }) => skill !== 'hoard-papers')
      for (const library of [planted, only]) {
        const size = listingChars(library.skills)
        const made = await plan(library, library === planted ? requests : rows, { ...profiles.none, budgetChars })
        let length = size
        for (const { chars } of made.edits) {
          length += chars
          expect(length).toBeLessThanOrEqual(Math.max(size, budgetChars))
        }
        expect(made.charsAfter).toBe(length)
      }
    }
  }, 30_000)

  it('proposes no trim that saves next to nothing, and takes the largest savings first beyond the budget', async () => {
    const more = 'parts and '.repeat(9)
    const short = things.map((thing) => file(`${thing}-care`, `Use when mending a ${thing}, its ${more}bits.`))
    const long = [
      file('harp-care', 'Use when the user wants to tune harps.'),
      file('attic-care', 'Use when the user asks for this or wants to tidy attics.'),
      file('stove-care', 'Use when the user says or wants to light stoves.'),
    ]
    const library = libraryOf([...short, ...long])
    expect((await plan(library, null)).edits).toEqual([])
    const budgetChars = listingChars(library.skills) - 100
    const { edits, notes } = await plan(library, null, { ...profiles.none, budgetChars })
    expect(edits.map(({ edit, chars }) => [edit.before.id, chars])).toEqual([
      ['attic-care', -44],
      ['stove-care', -35],
      ['harp-care', -27],
    ])
    expect(notes.join()).toMatch(/to show every description, 100 characters must go/)
  })

  it('says why it is empty', async () => {
    const { notes } = await plan(libraryOf(honest), null)
    expect(notes[0]).toMatch(/^nothing that helps was found: /)
  })

  describe('without requests', () => {
    const body = (thing: string) =>
      `Clean the ${thing} with warm water before you begin. Replace worn parts of the ${thing} when they break. Store the ${thing} in a dry place over winter.`
    const told = libraryOf([
      ...things.map((thing) => file(`${thing}-care`, `Looks after a ${thing}.`, body(thing))),
      hoard,
    ])

    it('takes probes from bodies and adds no words', async () => {
      const { edits, notes } = await plan(told, null)
      expect(edits.map(({ edit, chars }) => [edit.before.id, chars < 0])).toEqual([['hoard-papers', true]])
      expect(edits[0]!.evidence).toMatch(/probes|lexical only/)
      expect(notes.join('\n')).toMatch(/no words are added/)
    })

    it('says "lexical only" where nothing shows what an edit brings', async () => {
      const { edits, together } = await plan(libraryOf([...honest, hoard]), null)
      expect(edits).toMatchObject([{ evidence: 'lexical only', gain: null, p: null }])
      expect(together).toBeNull()
    })
  })

  it('merges skills that do the same work, but never tools', async () => {
    const steps = 'Open the valve, wait a minute, close the valve again, and write down what the gauge shows.'
    const twin = (name: string): AuditedSkill => file(name, 'Checks the pressure of a boiler.', `${steps} (${name})`)
    const skills = [...honest, twin('boiler-check'), twin('boiler-test')]
    const { edits } = await plan(libraryOf(skills), null)
    expect(edits.map(({ edit }) => edit.kind)).toEqual(['merge'])
    const tools = skills.map((skill) => ({ ...skill, raw: '' }))
    expect((await plan(libraryOf(tools, 'mcp-tools'), null)).edits).toEqual([])
  })

  it('is empty for one skill, and for a library without a fault', async () => {
    expect((await plan(libraryOf([file('one', 'Does one thing.')]), null)).edits).toEqual([])
    const { edits, together } = await plan(
      libraryOf(honest),
      requests.filter(({ skill }) => !['hoard-papers', 'blend-stuff'].includes(skill!)),
    )
    expect([edits, together]).toEqual([[], null])
  })

  it('brings after --fix what it promised', async () => {
    const files = Object.fromEntries(
      planted.skills.map(({ name, description }) => [`${name}/SKILL.md`, skillText(name, description)]),
    )
    const folder = await folderWith(files)
    const library = await readLibrary(folder, { cwd: folder, home: folder })
    const rows = requests.map((row) => ({ ...row, skill: `${row.skill}/SKILL.md` }))
    const made = await plan(library, rows)
    const out = `${await folderWith({})}/out`
    await writeFixed({ library, plan: made, out })
    const fixed = await readLibrary(out, { cwd: out, home: out })
    const rights = await Promise.all([library, fixed].map((each) => rightShare(each.skills, rows)))
    const promised = made.edits.reduce((sum, { gain }) => sum + gain!.value, 0)
    expect(rights[1]! - rights[0]!).toBeGreaterThan(0.8 * promised)
    expect((await plan(fixed, rows)).edits.map(({ edit }) => edit.before.id)).not.toContain('hoard-papers/SKILL.md')
  })
})

async function rightShare(skills: readonly AuditedSkill[], rows: readonly AuditRequest[]): Promise<number> {
  let right = 0
  for (const router of routers) {
    const fitted = await router.build({ skills }, {})
    for (const { id, text, skill } of rows) {
      const { values, matched } = fitted.score({
        ...{ id, text, skill: skill!, wording: 'direct', domain: '', abstract: false },
      })
      const best = [...values.keys()].filter(
        (j) => matched[j] === 1 && values.every((value, k) => matched[k] === 0 || value <= values[j]!),
      )
      if (best.some((j) => skills[j]!.id === skill)) right += 1 / best.length
    }
  }
  return right / rows.length / routers.length
}
