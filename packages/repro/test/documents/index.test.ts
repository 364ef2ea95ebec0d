import { expect, test } from 'vitest'
import { checkDocument, keysOf, type PrintedName } from '../../src/documents/index.ts'
import { quickDocument } from '../../src/documents/quick.ts'
import { documentsOf, loadCommands } from '../../src/help/page.ts'
import { printed } from '../../src/output.ts'

const printable = [...new Set((await loadCommands()).flatMap(documentsOf)), 'lawbook/fault@1', 'lawbook/timings@1']

test('every command says which documents it prints', async () => {
  const silent = (await loadCommands()).filter(
    (command) => documentsOf(command).length === 0 && command.theirs === undefined,
  )
  expect(silent.map(({ name }) => name)).toEqual([])
})

test.each(printable as PrintedName[])('%s has a strict schema that begins with its name', (name) => {
  expect(keysOf(name)[0]).toBe('schema')
  const refused = (value: object, message: RegExp) =>
    expect(() => checkDocument(name, { schema: name, ...value }, 'it')).toThrowError(
      expect.objectContaining({ code: 'LB_SCHEMA', message: expect.stringMatching(message) }),
    )
  refused({ strange: 1 }, /has the unknown key "strange"/)
  refused({}, /lacks "/)
  expect(() => checkDocument(name, { schema: name.replace('@1', '@9') }, 'it')).toThrow(/schema version 9/)
})

test('a quick run names its fidelity, what ran and what failed, and no verdict', () => {
  const failure = { experiment: 'b', task: 'reproduce', code: 'LB_FIT', message: 'm', stack: 's' } as const
  expect(JSON.parse(printed('lawbook/quick@1', quickDocument('quick', ['a'], [failure])))).toEqual({
    schema: 'lawbook/quick@1',
    fidelity: 'quick',
    experiments: ['a'],
    failed: [{ id: 'b', task: 'reproduce', code: 'LB_FIT', message: 'm' }],
  })
})

test('what is not the document that its name promises is not printed', () => {
  expect(() => printed('lawbook/report@1', { claims: -1, files: [] })).toThrow(/claims is -1/)
  expect(() => printed('lawbook/diff@1', { claims: [] })).toThrow(/lacks "summary"/)
})
