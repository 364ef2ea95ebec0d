import { fail } from '@lawbook/base'
import { chosenPointwise, type PointwiseRouter } from '@lawbook/routers'
import { expect, test } from 'vitest'
import { type AuditOptions, audit, type Stage, stages } from '../src/audit.ts'
import type { AuditedSkill, AuditLibrary } from '../src/auditLibrary.ts'
import { profiles } from '../src/see/profiles.ts'

const skill = (name: string, description: string): AuditedSkill => ({
  ...{ id: `${name}/SKILL.md`, name, description, package: '.', licence: '', tags: [] },
  body: `When somebody asks, prepare whatever ${name} needs first. Then look at every part twice.`,
  ...{ place: { file: `${name}/SKILL.md`, line: 3 }, raw: '' },
})
const library: AuditLibrary = {
  ...{ source: 'here', folder: '/somewhere/on/this/machine', format: 'skills' },
  skills: [skill('bake', 'Bakes bread.'), skill('mend', 'Mends clocks.'), skill('weave', 'Weaves carpets.')],
  ...{ copies: [], problems: [{ place: { file: 'x', line: null }, what: 'binary' }], warnings: [] },
}
const [bm25] = chosenPointwise(['bm25'])
const requests = {
  rows: [{ id: 'r', text: 'bread', skill: 'bake/SKILL.md', acceptable: [] }],
  source: 'requests.jsonl',
}
const options: AuditOptions = { profile: profiles.none, routers: [bm25!] }
const broken: PointwiseRouter = { ...bm25!, build: () => fail('LB_DOMAIN', 'this router does not build') }

test('a report has every part that was asked for, and nothing of the machine', async () => {
  const report = await audit(library, { ...options, requests })
  expect(report).toMatchObject({ outcomes: { requests: 1, source: 'requests.jsonl' }, picks: null, notes: [] })
  expect(report.library.skills[1]).toMatchObject({
    ...{ id: 'mend/SKILL.md', name: 'mend', descriptionChars: 13, place: { file: 'mend/SKILL.md', line: 3 } },
  })
  expect(report.library.problems).toEqual([{ place: { file: 'x', line: null }, what: 'binary', level: 'warning' }])
  expect(JSON.stringify(report)).not.toContain('/somewhere')
  expect(report.findings.map(({ rule }) => rule)).toContain('unreadable')
})

test('parts are made in their order, those that were not asked for are not made', async () => {
  const seen: Stage[] = []
  await audit(library, { ...options, progress: (stage) => seen.push(stage) })
  expect(seen).toEqual(stages.filter((stage) => stage !== 'ask' && stage !== 'picks'))
})

test('a part that cannot be made is a note and empty, the others are there', async () => {
  const report = await audit(library, { ...options, routers: [broken], requests })
  expect(report.seen.skills).toHaveLength(3)
  expect(report).toMatchObject({ outcomes: null, confused: { pairs: [], routers: ['bm25'] } })
  expect(report.findings.map(({ rule }) => rule)).toContain('unreadable')
  expect(report.notes).toContain('who is confused with whom could not be made: this router does not build (LB_DOMAIN)')
  expect(report.notes).toContain(
    'the outcomes of the requests could not be made: this router does not build (LB_DOMAIN)',
  )
})

test('without a plan the listing counts as in one: names and descriptions', async () => {
  const [without, made] = [await audit(library, { ...options, plan: false }), await audit(library, options)]
  expect(without.plan.charsBefore).toBe(made.plan.charsBefore)
  expect(without.plan).toMatchObject({
    charsAfter: 'bakemendweaveBakes bread.Mends clocks.Weaves carpets.'.length,
    edits: [],
  })
})

test('a fault of the program is no note', async () => {
  const faulty: PointwiseRouter = { ...bm25!, build: () => Promise.reject(new TypeError('a fault')) }
  await expect(audit(library, { ...options, routers: [faulty] })).rejects.toThrow('a fault')
})

test('a forecast stands on the agent where it is known what was right, else on requests, else on bodies', async () => {
  const many = Array.from({ length: 12 }, (_, i) => skill(`craft-${i}`, `Makes item${i} of kind${i % 5}.`))
  const large = { ...library, skills: many }
  const rows = many.flatMap(({ id }, i) => [
    { id: `a${i}`, text: `one item${i}`, skill: id, acceptable: [] },
    { id: `b${i}`, text: `a kind${i % 5}`, skill: id, acceptable: [] },
  ])
  const picks = rows.map(({ id, text, skill: expected }) => ({ id, text, offered: null, picked: expected, expected }))
  const basis = async (more: Partial<AuditOptions>): Promise<unknown> =>
    (await audit(large, { ...options, ...more })).forecast.basis
  expect(await basis({ requests: { rows, source: 'r' } })).toBe('requests')
  expect(await basis({ requests: { rows, source: 'r' }, picks: { rows: picks, source: 'p' } })).toBe('picks')
  expect(await basis({})).not.toBe('requests')
})
