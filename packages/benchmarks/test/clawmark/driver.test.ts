import { join } from 'node:path'
import { expect, it } from 'vitest'
import { type Driver, startDriver } from '../../src/clawmark/driver.ts'
import type { Services } from '../../src/clawmark/services.ts'
import { usualSeconds } from '../../src/clawmark/trial.ts'
import { openScratch } from '../../src/trial/scratch.ts'
import { fixtures, noPython, python } from './helpers.ts'

/** Every kind of property that has a plain form, and one that the schema does not know. */
const state: Services = {
  email: { users: { ada: { email: 'ada@desk.example' } }, mail: [] },
  notion: {
    databases: [
      {
        id: 'db7',
        title: 'All kinds',
        schema: {
          Name: 'title',
          Text: 'rich_text',
          Count: 'number',
          State: 'select',
          Step: 'status',
          Tags: 'multi_select',
          Due: 'date',
          Done: 'checkbox',
          Web: 'url',
          Who: 'people',
        },
        rows: [
          {
            id: 'r1',
            properties: {
              Name: 'one',
              Text: '',
              Count: 2.5,
              State: 'open',
              Step: null,
              Tags: 'red, blue',
              Due: '2027-01-01/2027-01-03',
              Done: true,
              Web: 'https://desk.example',
              Who: 'ada, bo',
              Extra: 'unknown to the schema',
            },
          },
          {
            id: 'r2',
            properties: {
              Name: '',
              Text: 'two',
              Count: 'no number',
              State: null,
              Step: 'in progress',
              Tags: '',
              Due: null,
              Done: false,
              Web: null,
              Who: '',
            },
          },
        ],
      },
    ],
    pages: [{ id: 'p', title: 'Page', content: 'words' }],
  },
  sheets: { spreadsheets: [{ id: 's', name: 'Book', values: { Sheet1: [['a', ''], []], Other: [] } }] },
  calendar: {
    calendars: [
      {
        name: 'Work',
        events: [
          { uid: 'u', summary: 'Meet', dtstart: '2027-01-01', dtend: '2027-01-02', description: '', location: '' },
        ],
      },
    ],
  },
}

async function withDriver(use: (driver: Driver) => Promise<void>): Promise<void> {
  const { folder: scratch, close } = await openScratch()
  const driver = startDriver({
    verifier: 'clawmark-driver',
    python: python!.file,
    folder: join(fixtures, 'tasks/office/task1'),
    scratch,
    root: join(scratch, 'box'),
    seconds: usualSeconds,
    signal: new AbortController().signal,
  })
  try {
    await use(driver)
  } finally {
    await driver.close()
    await close()
  }
}

it.skipIf(noPython)(
  'the Python driver gives back the plain state that it was given (skipped without python3)',
  async () => {
    await withDriver(async (driver) => {
      expect(await driver.load()).toMatchObject({ ok: true, stages: 2 })
      expect(await driver.restore(state)).toEqual({ ok: true })
      expect(await driver.save()).toEqual({ ok: true, services: state })
    })
  },
)

it.skipIf(noPython)(
  'a request that it cannot serve is an answer, and it lives on (skipped without python3)',
  async () => {
    await withDriver(async (driver) => {
      expect(await driver.stage(0)).toMatchObject({ ok: false, gone: false })
      expect(await driver.load()).toMatchObject({ ok: true })
      expect(await driver.stage(9)).toMatchObject({ ok: false, error: 'IndexError: list index out of range' })
      expect(driver.isGone()).toBe(false)
    })
  },
)
