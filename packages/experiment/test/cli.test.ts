import { spawnSync } from 'node:child_process'
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { hashJson, type Json, readJson, readText, writeJson } from '@lawbook/base'
import { type ErrorRecord, readResult, validate } from '@lawbook/schemas'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))
const sampleFile = here('./sample.ts')
let workspace: string
let folder: string

/** A workspace with one experiment, inside this package so that its imports resolve. */
beforeEach(async () => {
  await mkdir(here('../build'), { recursive: true })
  workspace = await mkdtemp(here('../build/cli-test-'))
  folder = join(workspace, 'experiments', 'sample')
  await mkdir(folder, { recursive: true })
  await writeExperiment('sample')
})
afterEach(() => rm(workspace, { recursive: true, force: true }))

const writeExperiment = (expression: string): Promise<void> =>
  writeFile(
    join(folder, 'experiment.ts'),
    `import { sample } from ${JSON.stringify(sampleFile)}\nexport default ${expression}\n`,
  )

/** Run the real binary, as turbo does. */
function run(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  return runWith({}, ...args)
}
function runWith(env: Record<string, string>, ...args: string[]) {
  const { REPRO_FIDELITY: _, ...inherited } = process.env
  return spawnSync(process.execPath, [here('../bin/experiment.js'), ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...inherited, ...env },
  })
}
const data = (file: string): string => join(folder, 'results', 'data', file)
const errorRecord = async (): Promise<ErrorRecord> =>
  validate('lawbook/error@1', await readJson(join(folder, 'results', 'error.json')), 'error.json')
const filesOf = async (path: string): Promise<Record<string, string>> => {
  const names = (await readdir(path, { recursive: true })).filter((name) => /\.(json|csv)$/.test(name)).sort()
  return Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await readText(join(path, name))] as const)),
  )
}

describe('lawbook-experiment', () => {
  it('writes the result, its tables, its evidence and what the run cost; progress goes to stdout as JSON lines', async () => {
    const manifest: Json = { schema: 'lawbook/build@1', id: 'numbers', files: [] }
    await writeJson(join(workspace, 'datasets', 'numbers', 'build', 'manifest.json'), manifest)
    const { status, stdout, stderr } = run()
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(Object.keys(await filesOf(join(folder, 'results')))).toEqual([
      'data/evidence/books.csv',
      'data/evidence/rows.csv',
      'data/points.csv',
      'data/result.json',
      'data/run.json',
    ])
    expect((await readResult(join(folder, 'results', 'data'))).tables.points).toHaveLength(20)
    const record = validate('lawbook/run@1', await readJson(data('run.json')), 'run.json')
    expect(record).toMatchObject({ node: process.version, data: [{ id: 'numbers', sha256: hashJson(manifest) }] })
    expect(record.seconds).toBeGreaterThan(0)
    expect(record.peakMemoryBytes).toBeGreaterThan(10_000_000)
    const lines = stdout.trim().split('\n')
    expect(JSON.parse(lines.at(-1)!)).toEqual({ progress: { id: 'sample', done: 5, total: 5, label: 'rows' } })
  })

  it('recomputes the same bytes from evidence alone', async () => {
    expect(run().status).toBe(0)
    const observed = await filesOf(join(folder, 'results', 'data'))
    await writeExperiment("{ ...sample, async observe() { throw new Error('evidence needs no data') } }")
    const out = join(workspace, 'again')
    expect(run('--evidence', join(folder, 'results', 'data'), '--out', out)).toMatchObject({ status: 0, stderr: '' })
    const { 'run.json': cost, ...again } = await filesOf(out)
    expect(again).toEqual(Object.fromEntries(Object.entries(observed).filter(([name]) => name !== 'run.json')))
    expect(JSON.parse(cost!).data).toEqual([])
  })

  it.each<[string, Record<string, [from: string, to: string]>]>([
    ['decisions in result.json', { 'result.json': ['"decisions": 20', '"decisions": 3000000'] }],
    ['attrition in result.json', { 'result.json': ['"reason": "spare"', '"reason": "tired"'] }],
    ['decisions in books.csv', { 'evidence/books.csv': [',decisions,,20', ',decisions,,3000000'] }],
    [
      'both without the hash',
      {
        'result.json': ['"decisions": 20', '"decisions": 3000000'],
        'evidence/books.csv': [',decisions,,20', ',decisions,,3000000'],
      },
    ],
  ])('replaying gives another result.json than one with edited %s', async (_, edits) => {
    expect(run().status).toBe(0)
    for (const [file, [from, to]] of Object.entries(edits)) {
      const text = await readText(data(file))
      expect(text).toContain(from)
      await writeFile(data(file), text.replace(from, to))
    }
    const out = join(workspace, 'again')
    expect(run('--evidence', join(folder, 'results', 'data'), '--out', out)).toMatchObject({ status: 0, stderr: '' })
    expect(await readText(join(out, 'result.json'))).not.toBe(await readText(data('result.json')))
  })

  it('does not replay a result whose books are missing', async () => {
    expect(run().status).toBe(0)
    await writeFile(data('evidence/books.csv'), 'stage,kind,reason,n\n')
    expect(run('--evidence', join(folder, 'results', 'data'), '--out', join(workspace, 'again')).stderr).toMatch(
      /books\.csv has no books or not as they are written.*\(LB_SCHEMA\)/,
    )
  })

  it('leaves the old results when it fails, says why in error.json, and clears that when it succeeds', async () => {
    expect(run().status).toBe(0)
    const before = await filesOf(join(folder, 'results'))
    await writeExperiment(
      '{ ...sample, async run() { return { measures: [], fits: [], tables: { points: [{ x: NaN }] }, notes: [] } } }',
    )
    const { status, stderr } = run()
    expect(status).toBe(1)
    expect(stderr).toBe(
      'sample: table points of sample, row 0, column x is NaN; write null and give a reason in the notes (LB_NOT_FINITE)\n',
    )
    expect(await errorRecord()).toMatchObject({
      experiment: 'sample',
      task: 'reproduce',
      code: 'LB_NOT_FINITE',
      stack: expect.stringContaining('runExperiment.ts'),
    })
    const { 'error.json': _, ...after } = await filesOf(join(folder, 'results'))
    expect(after).toEqual(before)
    await writeExperiment('sample')
    expect(run().status).toBe(0)
    expect(await readdir(join(folder, 'results'))).toEqual(['data'])
  })

  it('names a fault that it did not foresee LB_INTERNAL', async () => {
    await writeExperiment("{ ...sample, async observe() { throw new TypeError('x is not a function') } }")
    expect(run().stderr).toBe('sample: x is not a function (LB_INTERNAL)\n')
    expect(await errorRecord()).toMatchObject({ code: 'LB_INTERNAL', message: 'x is not a function' })
  })

  it('refuses an experiment whose id is not the name of its folder, or that exports nothing', async () => {
    await writeExperiment("{ ...sample, id: 'other' }")
    expect(run().stderr).toContain('experiment.ts in the folder sample has the id "other"; they must be the same')
    await writeFile(join(folder, 'experiment.ts'), 'export const x = 1\n')
    expect(run().stderr).toContain('sample/experiment.ts has no default export; export default defineExperiment({...})')
    expect(await errorRecord()).toMatchObject({ code: 'LB_EXPERIMENT' })
  })

  it('takes the fidelity from REPRO_FIDELITY', async () => {
    expect(runWith({ REPRO_FIDELITY: 'quick' }).status).toBe(0)
    expect((await readResult(join(folder, 'results', 'data'))).result).toMatchObject({
      fidelity: 'quick',
      decisions: 5,
    })
    // Files of the reader's change what is read and none of the choices.
    expect(runWith({ REPRO_FIDELITY: 'local' }).status).toBe(0)
    expect((await readResult(join(folder, 'results', 'data'))).result).toMatchObject({
      fidelity: 'local',
      decisions: 20,
    })
    expect(runWith({ REPRO_FIDELITY: 'fast' }).stderr).toBe(
      'sample: REPRO_FIDELITY is "fast"; allowed: full, quick, local, routers:<id>,<id> (LB_USAGE)\n',
    )
  })

  it('asks other routers where it is told to, and refuses that of an experiment that asks none', async () => {
    expect(runWith({ REPRO_FIDELITY: 'routers:fuse' }).stderr).toContain('sample asks no routers; leave --routers out')
    await writeExperiment("{ ...sample, choices: { ...sample.choices, routers: ['bm25'] } }")
    expect(runWith({ REPRO_FIDELITY: 'routers:fuse,fuzzball' }).status).toBe(0)
    const { result } = await readResult(join(folder, 'results', 'data'))
    expect(result.fidelity).toBe('routers')
    expect(result.choices).toContainEqual({ name: 'routers', value: '["fuse","fuzzball"]' })
  })

  it('hands over the results of the experiments that it uses, and names the one that is missing', async () => {
    const expression =
      "{ ...sample, uses: { routing: 'other' }, async run({ uses }) { return { measures: [], fits: [], tables: uses.routing.tables, notes: [] } } }"
    await writeExperiment(expression)
    const other = join(workspace, 'experiments', 'other', 'results', 'data')
    expect(run()).toMatchObject({
      status: 1,
      stderr: `sample: there is no file ${join(other, 'result.json')} (LB_DATA_MISSING)\n`,
    })
    await writeExperiment('sample')
    expect(run('--out', other).status).toBe(0)
    await writeExperiment(expression)
    expect(run().status).toBe(0)
    expect(await readText(data('points.csv'))).toBe(await readText(join(other, 'points.csv')))
  })

  it('still says what was wrong when error.json cannot be written', async () => {
    await writeFile(join(folder, 'results'), 'a file where the folder should be')
    const { status, stderr } = run()
    expect(status).toBe(1)
    expect(stderr).toMatch(/^sample: .*(EEXIST|ENOTDIR).*\(LB_INTERNAL\)$/m)
    expect(stderr).not.toMatch(/^\s+at /m)
  })
})
