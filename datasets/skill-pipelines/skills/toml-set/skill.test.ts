import { expect, test } from 'vitest'
import { filesOf } from '../../seeded.ts'
import { inputFiles, stepWith, trySkill } from '../../testing.ts'
import check from './check.ts'
import run from './run.ts'

const few = filesOf({
  'few.toml':
    'title = "x" # name\n[early]\nport = 7\n[server]\nport = 80 # outside\nlist = [\n  1,\n  2,\n]\n\n[[m]]\nport = 1\n',
})
const asked = { path: 'server.port', value: 8080 }
const textOf = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes)

test.each([
  { path: 'package.version', value: '9.9.9' },
  { path: 'server.port', value: 8080, to: 'app-8080.toml' },
  { path: 'limits.login.attempts', value: 3 },
  { path: 'limits.burst', value: 12 },
  { path: 'title', value: 'Booking # new' },
  { path: 'package.private', value: false },
  { path: 'metrics.push.url', value: 'https://metrics.example.org' },
  { path: 'mirrors.1.weight', value: 4 },
  { path: 'package.authors', value: 'nobody' },
])('sets %j and passes its check', async (input) => {
  expect(check(await trySkill(run, await inputFiles('app-toml'), input))).toEqual([])
})

test('comments and order stay', async () => {
  const step = await trySkill(run, few, asked)
  expect(textOf(step.after.get('updated.toml'))).toBe(textOf(few.get('few.toml')).replace('80 #', '8080 #'))
  const added = await trySkill(run, few, { path: 'server.host', value: 'a' })
  expect(textOf(added.after.get('updated.toml'))).toContain('  2,\n]\nhost = "a"\n\n[[m]]')
})

test('a value over several lines is replaced as well', async () => {
  const step = await trySkill(run, few, { path: 'server.list', value: 'none' })
  expect(check(step)).toEqual([])
})

test('a right product made otherwise passes', () => {
  const other = "m = [{port = 1}]\nearly = {port = 7}\nserver = {list = [1, 2], port = 8_080}\ntitle = 'x'\n"
  expect(check(stepWith(few, { 'x.toml': other }, asked))).toEqual([])
})

test.each([
  ['the value as text', 'title = "x"\nm = [{port = 1}]\nearly = {port = 7}\n[server]\nport = "8080"\nlist = [1, 2]\n'],
  [
    'the other port set too',
    'title = "x"\nm = [{port = 8080}]\nearly = {port = 7}\n[server]\nport = 8080\nlist = [1, 2]\n',
  ],
  ['the rest lost', '[server]\nport = 8080\n'],
  [
    'a key beside the table',
    'port = 8080\ntitle = "x"\nm = [{port = 1}]\nearly = {port = 7}\n[server]\nport = 8080\nlist = [1, 2]\n',
  ],
  ['nothing set', 'title = "x"\nm = [{port = 1}]\nearly = {port = 7}\n[server]\nport = 80\nlist = [1, 2]\n'],
])('%s is told', (_, product) => {
  expect(check(stepWith(few, { 'updated.toml': product }, asked))).not.toEqual([])
})

test('a whole table cannot be set to a value', async () => {
  await expect(trySkill(run, few, { path: 'server', value: 1 })).rejects.toThrow('name a key in it')
  await expect(trySkill(run, few, { path: 'title.sub', value: 1 })).rejects.toThrow('below a plain value')
})
