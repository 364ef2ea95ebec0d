import { once } from 'node:events'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { hashJson, type Json, sha256 } from '@lawbook/base'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { listFiles } from '../src/collect.ts'
import command from '../src/commands/run.ts'
import { discard, runCommand, scriptedExperiment, temporaryWorkspace } from './workspace.ts'

const runs = 'run,y\na,1\n'
const manifest = {
  schema: 'lawbook/files@1',
  note: 'made up',
  files: [
    {
      file: 'runs.csv',
      rows: 1,
      columns: ['run', 'y'],
      sha256: sha256(runs),
      source: 'runs',
      from: 'https://a.b at 1',
    },
  ],
}
/** Leaves what it was told, as a result would be. */
const tell = 'mkdir -p results/data && env | grep ^REPRO_ | sort > results/data/told'

let root: string
let folder: string
beforeEach(async () => {
  root = await temporaryWorkspace()
  folder = join(root, 'mine')
  await mkdir(folder)
  await writeFile(join(folder, 'runs.csv'), runs)
  for (const id of ['test-able', 'test-plain']) await scriptedExperiment(root, id, { reproduce: tell, figures: 'true' })
  await writePackage(
    'experiments/test-able',
    { '@lawbook/test-runs': 'workspace:*' },
    { reproduce: tell, figures: 'true' },
  )
  // Data sets of its own in place of the link to the repository's.
  await rm(join(root, 'datasets'))
  await writePackage('datasets/test-runs', {}, {})
  await writeFile(join(root, 'datasets', 'test-runs', 'files.json'), JSON.stringify(manifest))
  await writeFile(join(root, 'pnpm-workspace.yaml'), 'packages: [experiments/*, datasets/*]\n')
  const tasks = { dataset: {}, reproduce: { outputs: ['results/**'], env: ['REPRO_FIDELITY'] }, figures: {} }
  const globals = { globalEnv: ['REPRO_DATA_HASH'], globalPassThroughEnv: ['REPRO_*'] }
  await writeFile(join(root, 'turbo.json'), JSON.stringify({ ...globals, tasks }))
})
afterEach(async () => {
  vi.unstubAllEnvs()
  await discard(root)
})

async function writePackage(place: string, dependencies: object, scripts: object): Promise<void> {
  await mkdir(join(root, place), { recursive: true })
  const name = `@lawbook/${place.split('/')[1]}`
  await writeFile(join(root, place, 'package.json'), JSON.stringify({ name, dependencies, scripts }))
}
const run = (ids: string[], options: object, json = false) => runCommand(command, root, ids, { ...options }, json)
const told = async (place: string): Promise<string[]> => (await readFile(join(root, place, 'told'), 'utf8')).split('\n')

test('tasks are told the folder, the hash of the manifest and that the run is a local one', async () => {
  const { code, text } = await run(['test-able'], { 'data-dir': folder })
  expect(text).toContain(
    'run on files of yours: no verdict, nothing collected; its tables and pictures lie in results-local/test-able\n',
  )
  expect(code).toBe(0)
  const hash = hashJson([['test-runs', manifest]] as Json)
  expect(await told('results-local/test-able/data')).toEqual(
    expect.arrayContaining([`REPRO_DATA_DIR=${folder}`, `REPRO_DATA_HASH=${hash}`, 'REPRO_FIDELITY=local']),
  )
  expect(await listFiles(join(root, 'figures'))).toEqual([])
})

test('it prints what ran and what failed, and a failure marks no experiment', async () => {
  await writePackage('experiments/test-able', { '@lawbook/test-runs': 'workspace:*' }, { reproduce: 'false' })
  const { code, document } = await run(['test-able'], { 'data-dir': folder }, true)
  expect(code).toBe(1)
  expect(document).toMatchObject({ schema: 'lawbook/quick@1', fidelity: 'local', experiments: [] })
  expect(await listFiles(join(root, 'results-local'))).toEqual([])
})

test('a folder that is not whole stops before anything runs, with exit 5 and what to get', async () => {
  await rm(join(folder, 'runs.csv'))
  await expect(run(['test-able'], { 'data-dir': folder })).rejects.toMatchObject({
    code: 'LB_DATA_MISSING',
    exit: 5,
    message: `the folder ${folder} does not hold the original files: runs.csv is not there; get runs.csv from https://a.b at 1`,
  })
  expect(await listFiles(join(root, 'experiments', 'test-able', 'results'))).toEqual([])
})

test('only experiments whose data sets read original files take a folder', async () => {
  await expect(run(['test-able', 'test-plain'], { 'data-dir': folder })).rejects.toMatchObject({
    code: 'LB_USAGE',
    message: 'no data set of test-plain reads original files; --data-dir goes with: test-able',
  })
})

test('a checkout is held against the pinned files, and its code runs only with leave', async () => {
  const checkout = {
    ...{ repository: 'https://a.b/bench', commit: 'c0ffee', licence: 'MIT', executes: 'the code of its tasks' },
    files: [{ path: 'tasks/version.txt', sha256: sha256('one') }],
  }
  const pinned = { schema: 'lawbook/files@1', note: 'made up', files: [], checkout }
  await writeFile(join(root, 'datasets', 'test-runs', 'files.json'), JSON.stringify(pinned))
  await mkdir(join(folder, 'tasks'))
  await writeFile(join(folder, 'tasks', 'version.txt'), 'one')
  await expect(run(['test-able'], { 'data-dir': folder })).rejects.toMatchObject({
    code: 'LB_TASK_CODE',
    message: expect.stringMatching(/^this executes the code of its tasks in .* add --allow-task-code$/),
  })
  expect((await run(['test-able'], { 'data-dir': folder, 'allow-task-code': true })).code).toBe(0)
  expect(await told('results-local/test-able/data')).toContain(`REPRO_DATA_DIR=${folder}`)
  await writeFile(join(folder, 'tasks', 'version.txt'), 'two')
  await expect(run(['test-able'], { 'data-dir': folder, 'allow-task-code': true })).rejects.toMatchObject({
    code: 'LB_DATA_HASH',
    message: expect.stringContaining('tasks/version.txt'),
  })
})

test('leave for code of a checkout is about a checkout', async () => {
  await expect(run(['test-able'], { 'allow-task-code': true })).rejects.toMatchObject({ code: 'LB_USAGE' })
})

test('a run is a trial of one kind', async () => {
  await expect(run(['test-able'], { 'data-dir': folder, quick: true })).rejects.toMatchObject({
    code: 'LB_USAGE',
    message:
      'repro run takes one of --quick, --routers, --data-dir, but got --quick and --data-dir; leave all but one out',
  })
})

test('a folder that somebody exported reaches no run that is not marked', async () => {
  vi.stubEnv('REPRO_DATA_DIR', folder)
  vi.stubEnv('REPRO_DATA_HASH', 'x')
  await run(['test-able'], { quick: true })
  expect(await told('experiments/test-able/results/data')).toEqual(
    expect.arrayContaining(['REPRO_DATA_DIR=', 'REPRO_DATA_HASH=', 'REPRO_FIDELITY=quick']),
  )
})

test('what is computed from local files never reaches a remote cache', async () => {
  const asked: string[] = []
  const server = createServer(({ method, url = '' }, response) => {
    // What turbo counts (hits, misses, times) holds nothing of the results.
    if (!url.startsWith('/v8/artifacts/events')) asked.push(`${method} ${url}`)
    response.writeHead(404).end()
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  vi.stubEnv('TURBO_API', `http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  vi.stubEnv('TURBO_TOKEN', 'token')
  vi.stubEnv('TURBO_TEAM', 'team')
  try {
    expect((await run(['test-able'], { 'data-dir': folder })).code).toBe(0)
    expect(asked).toEqual([])
    // The same server is asked by a run that may be shared: it would have heard the other one too.
    await run(['test-able'], { quick: true })
    expect(asked).not.toEqual([])
  } finally {
    server.closeAllConnections()
    server.close()
  }
})
