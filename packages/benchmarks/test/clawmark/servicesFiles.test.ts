import { lstat, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { emptyServices } from '../../src/clawmark/services.ts'
import { takeServices, writeServices } from '../../src/clawmark/servicesFiles.ts'

let folder = ''
let workspace = ''
let elsewhere = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lawbook-services-'))
  workspace = join(folder, 'workspace')
  elsewhere = join(folder, 'elsewhere')
  await mkdir(workspace)
  await mkdir(elsewhere)
  await writeFile(join(elsewhere, 'email.json'), 'mine')
})
afterEach(() => rm(folder, { recursive: true }))

it('writes the services and takes them out again', async () => {
  await writeServices(workspace, emptyServices())
  expect((await readdir(join(workspace, 'services'))).sort()).toEqual([
    'calendar.json',
    'email.json',
    'notion.json',
    'sheets.json',
  ])
  expect(await takeServices(workspace, emptyServices())).toEqual({ services: emptyServices(), reasons: [] })
  expect(await readdir(workspace)).toEqual([])
})

it('leaves what else lies in the folder', async () => {
  await mkdir(join(workspace, 'services'))
  await writeFile(join(workspace, 'services/own.txt'), 'own')
  await writeServices(workspace, emptyServices())
  await takeServices(workspace, emptyServices())
  expect(await readdir(join(workspace, 'services'))).toEqual(['own.txt'])
})

it('follows no link, neither of the folder nor of a file', async () => {
  await symlink(elsewhere, join(workspace, 'services'))
  await writeServices(workspace, emptyServices())
  expect((await lstat(join(workspace, 'services'))).isDirectory()).toBe(true)
  await rm(join(workspace, 'services/email.json'))
  await symlink(join(elsewhere, 'email.json'), join(workspace, 'services/email.json'))
  await writeServices(workspace, emptyServices())
  await rm(join(workspace, 'services'), { recursive: true })
  await symlink(elsewhere, join(workspace, 'services'))
  const { reasons } = await takeServices(workspace, emptyServices())
  expect(reasons).toHaveLength(4)
  expect(reasons[0]).toBe('changes of services/email.json were not taken: it is gone')
  expect(await readdir(workspace)).toEqual([])
  expect(await readFile(join(elsewhere, 'email.json'), 'utf8')).toBe('mine')
})

it('keeps the rest when one value has another type', async () => {
  const state = emptyServices()
  state.email.users = { ada: { email: 'ada@desk.example' } }
  await writeServices(workspace, state)
  await writeFile(join(workspace, 'services/calendar.json'), '{"calendars": [{"name": "Work", "events": {}}]}')
  expect(await takeServices(workspace, emptyServices())).toEqual({
    services: state,
    reasons: ['changes of services/calendar.json were not taken: calendar.calendars[0].events is no list'],
  })
})

it('fills in what is plain from the rest', async () => {
  const before = emptyServices()
  const old = { uid: 'a', summary: 'old', dtstart: '2027-06-08 09:00', dtend: '2027-06-08T10:00:00Z' }
  before.calendar.calendars = [{ name: 'Work', events: [{ ...old, description: '', location: '' }] }]
  await writeServices(workspace, before)
  const write = (part: string, value: unknown): Promise<void> =>
    writeFile(join(workspace, `services/${part}.json`), JSON.stringify(value))
  const users = { ada: { email: 'ada@desk.example' } }
  const mail = { owner: 'ada', folder: 'INBOX', from: 'bo@desk.example', subject: 'Hi', body: 'Hello' }
  await write('email', { users, mail: [{ ...mail, to: ['ada@desk.example', 'cy@desk.example'] }] })
  await write('sheets', { spreadsheets: [{ id: 's', name: 'Stock', values: { Sheet1: [['nails', 12.5, null]] } }] })
  const rows = [{ id: 'db1-row1', properties: {} }, { properties: { Name: 'Pens' } }, { properties: {} }]
  await write('notion', { databases: [{ id: 'db1', title: 'Orders', schema: {}, rows }], pages: [] })
  const added = { summary: 'new', dtstart: '2027-06-09 09:30:00', dtend: '2027-06-09T10:00:00+00:00' }
  await write('calendar', { calendars: [{ name: 'Work', events: [old, added] }] })
  const { services, reasons } = await takeServices(workspace, before)
  expect(reasons).toEqual([])
  expect(services.email.mail).toEqual([{ ...mail, to: 'ada@desk.example, cy@desk.example', cc: '', date: '' }])
  expect(services.sheets.spreadsheets[0]!.values.Sheet1).toEqual([['nails', '12.5', '']])
  expect(services.notion.databases[0]!.rows.map(({ id }) => id)).toEqual(['db1-row1', 'db1-row2', 'db1-row3'])
  expect(services.calendar.calendars[0]!.events).toEqual([
    { ...old, description: '', location: '' },
    {
      ...{ uid: 'event1', summary: 'new', description: '', location: '' },
      ...{ dtstart: '2027-06-09T09:30:00', dtend: '2027-06-09T10:00:00' },
    },
  ])
})

it('does not guess what is not plain', async () => {
  await writeServices(workspace, emptyServices())
  await writeFile(join(workspace, 'services/sheets.json'), '{"spreadsheets": [{"id": "s", "name": "Stock"}]}')
  await writeFile(
    join(workspace, 'services/email.json'),
    '{"users": {}, "mail": [{"owner": "ada", "folder": "INBOX"}]}',
  )
  expect((await takeServices(workspace, emptyServices())).reasons).toEqual([
    'changes of services/email.json were not taken: email.mail[0].from is no text',
    'changes of services/sheets.json were not taken: sheets.spreadsheets[0].values is no object',
  ])
})
