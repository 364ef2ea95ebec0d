import { lstat, mkdir, readFile, rm, rmdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { filledIn } from './filledIn.ts'
import type { Services } from './services.ts'

const parts = ['email', 'notion', 'sheets', 'calendar'] as const
type Part = (typeof parts)[number]

const mostBytes = 16 * 1024 * 1024

/**
 * Write the services as services/<part>.json into a workspace, for the agent to read and change. Links that lie in the
 * way are removed, not followed.
 */
export async function writeServices(workspace: string, services: Services): Promise<void> {
  await clear(workspace)
  await mkdir(join(workspace, 'services'), { recursive: true })
  for (const part of parts) await writeFile(pathOf(workspace, part), `${JSON.stringify(services[part], null, 2)}\n`)
}

/**
 * Read the services back after a turn and take their files out of the workspace. A part that is gone, no plain file,
 * larger than 16 MiB, no JSON or, with what is plain filled in, of another shape stays as it was before the turn, with
 * a reason.
 */
export async function takeServices(
  workspace: string,
  before: Services,
): Promise<{ services: Services; reasons: readonly string[] }> {
  const taken: Record<string, unknown> = {}
  const reasons: string[] = []
  for (const part of parts) {
    const read = (await hasFolder(workspace))
      ? await readPart(pathOf(workspace, part), part, before)
      : { problem: 'it is gone' }
    taken[part] = read.problem === null ? read.value : before[part]
    if (read.problem !== null) reasons.push(`changes of services/${part}.json were not taken: ${read.problem}`)
  }
  await clear(workspace)
  return { services: taken as unknown as Services, reasons }
}

/** Remove our files, and the folder unless something else lies in it: that is the agent's or the task's own. */
async function clear(workspace: string): Promise<void> {
  const folder = join(workspace, 'services')
  if (!(await hasFolder(workspace))) return await rm(folder, { force: true })
  for (const part of parts) await rm(pathOf(workspace, part), { recursive: true, force: true })
  await rmdir(folder).catch(() => {})
}

async function hasFolder(workspace: string): Promise<boolean> {
  const found = await lstat(join(workspace, 'services')).catch(() => null)
  return found?.isDirectory() === true
}

type Read = { value: unknown; problem: null } | { problem: string }

async function readPart(path: string, part: Part, before: Services): Promise<Read> {
  const found = await lstat(path).catch(() => null)
  if (found === null) return { problem: 'it is gone' }
  if (!found.isFile()) return { problem: 'it is no plain file' }
  if (found.size > mostBytes) return { problem: `it has ${found.size} bytes, at most ${mostBytes} are read` }
  try {
    const value = filledIn(part, JSON.parse(await readFile(path, 'utf8')), before)
    const problem = shapes[part](value, part)
    return problem === null ? { value, problem } : { problem }
  } catch {
    return { problem: 'it is no JSON' }
  }
}

/** Says where a value does not have a shape, or null where it has. */
type Shape = (value: unknown, at: string) => string | null

const kind =
  (name: string, fits: (value: unknown) => boolean): Shape =>
  (value, at) =>
    fits(value) ? null : `${at} is no ${name}`

const text = kind('text', (value) => typeof value === 'string')
const plain = kind('plain value', (value) => value === null || ['string', 'number', 'boolean'].includes(typeof value))

/** An object with these fields; others are allowed. */
const object =
  (fields: Readonly<Record<string, Shape>>): Shape =>
  (value, at) =>
    isObject(value)
      ? first(
          Object.entries(fields).map(
            ([name, shape]) =>
              () =>
                shape(value[name], `${at}.${name}`),
          ),
        )
      : `${at} is no object`

const list =
  (of: Shape): Shape =>
  (value, at) =>
    Array.isArray(value) ? first(value.map((one, index) => () => of(one, `${at}[${index}]`))) : `${at} is no list`

const record =
  (of: Shape): Shape =>
  (value, at) =>
    isObject(value)
      ? first(
          Object.entries(value).map(
            ([name, one]) =>
              () =>
                of(one, `${at}.${name}`),
          ),
        )
      : `${at} is no object`

const mail = object({
  owner: text,
  folder: text,
  from: text,
  to: text,
  cc: text,
  subject: text,
  date: text,
  body: text,
})
const row = object({ id: text, properties: record(plain) })
const database = object({ id: text, title: text, schema: record(text), rows: list(row) })
const page = object({ id: text, title: text, content: text })
const spreadsheet = object({ id: text, name: text, values: record(list(list(text))) })
const event = object({ uid: text, summary: text, dtstart: text, dtend: text, description: text, location: text })

const shapes: Record<Part, Shape> = {
  email: object({ users: record(object({ email: text })), mail: list(mail) }),
  notion: object({ databases: list(database), pages: list(page) }),
  sheets: object({ spreadsheets: list(spreadsheet) }),
  calendar: object({ calendars: list(object({ name: text, events: list(event) })) }),
}

function first(checks: readonly (() => string | null)[]): string | null {
  for (const check of checks) {
    const problem = check()
    if (problem !== null) return problem
  }
  return null
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function pathOf(workspace: string, part: Part): string {
  return join(workspace, 'services', `${part}.json`)
}
