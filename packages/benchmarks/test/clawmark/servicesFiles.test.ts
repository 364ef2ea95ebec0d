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
