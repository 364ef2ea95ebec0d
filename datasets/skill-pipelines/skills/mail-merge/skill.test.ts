import { expect, test } from 'vitest'
import { inputFiles, stepWith, trySkill } from '../../testing.ts'
import check from './check.ts'
import run from './run.ts'

const table = 'name,email,table\nDora & Emil,dora@example.org,2\nNobody,,1\nGrete Møller,grete@example.org,4\n'
const template = 'Subject: Table for {{name}}\n\nDear {{name}},\n\nyou sit at {{{table}}}.\n'
const few = new Map([
  ['guests.csv', new TextEncoder().encode(table)],
  ['letter.mustache', new TextEncoder().encode(template)],
])
const letter = (to: string, subject: string, name: string, seat: number): string =>
  `To: <${to}>\nFrom: host@example.org\nSubject: ${subject}\nContent-Type: text/plain; charset=utf-8\n\nDear ${name},\n\nyou sit at ${seat}.\n`
const dora = letter('dora@example.org', 'Table for Dora & Emil', 'Dora & Emil', 2)
const grete = letter('grete@example.org', '=?utf-8?Q?Table_for_Grete_M=C3=B8ller?=', 'Grete Møller', 4)

test.each([{}, { title: 'Dinner, table {{table}}', to: 'post' }])(
  'writes invitations by %j and passes its check',
  async (input) => {
    const step = await trySkill(run, await inputFiles('invitation'), { template: 'invitation.mustache', ...input })
    expect(check(step)).toEqual([])
  },
)

test('rows without an address are passed over, names keep their signs', async () => {
  const step = await trySkill(run, few, {})
  expect([...step.after.keys()].filter((name) => name.endsWith('.eml'))).toEqual(['letters/001.eml', 'letters/002.eml'])
  expect(new TextDecoder().decode(step.after.get('letters/001.eml'))).toContain('Dear Dora & Emil,\r\n')
  expect(check(step)).toEqual([])
})

test('a template with a section', async () => {
  const more = new Map([
    ...few,
    ['letter.mustache', new TextEncoder().encode('Dear {{name}}{{#table}}, table {{table}}{{/table}}.')],
  ])
  const step = await trySkill(run, more as typeof few, {})
  expect(check(step)).toEqual([])
})

test('a right product made otherwise passes', () => {
  const coded = grete
    .replace('utf-8\n\n', 'utf-8\nContent-Transfer-Encoding: quoted-printable\n\n')
    .replace('ø', '=C3=B8')
  expect(check(stepWith(few, { 'out/grete.eml': coded, 'out/dora.eml': dora.replaceAll('\n', '\r\n') }, {}))).toEqual(
    [],
  )
})

test.each([
  ['signs escaped as in HTML', { '1.eml': dora.replaceAll('&', '&amp;'), '2.eml': grete }],
  [
    'the same letter to all',
    { '1.eml': dora, '2.eml': letter('grete@example.org', 'Table for Dora & Emil', 'Dora & Emil', 2) },
  ],
  ['addresses swapped', { '1.eml': dora.replace('dora@', 'grete@'), '2.eml': grete.replace('grete@', 'dora@') }],
  ['a letter lost', { '1.eml': dora }],
  ['a letter to nobody', { '1.eml': dora, '2.eml': grete, '3.eml': letter('', 'Table for Nobody', 'Nobody', 1) }],
  ['placeholders left', { '1.eml': dora, '2.eml': grete.replace('sit at 4', 'sit at {{table}}') }],
  ['one document for all', { 'report.md': 'Dear Dora & Emil,' }],
])('%s is told', (_, made) => {
  expect(check(stepWith(few, made as Record<string, string>, {}))).not.toEqual([])
})

test('a placeholder without a column is an error', async () => {
  const wrong = new Map([...few, ['letter.mustache', new TextEncoder().encode('Dear {{first}},')]])
  await expect(trySkill(run, wrong as typeof few, {})).rejects.toThrow('no column "first"')
})
