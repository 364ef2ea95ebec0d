import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { byCodeUnit } from '@lawbook/base'
import { readResult } from '@lawbook/schemas'
import { afterAll, expect, it, type TestContext } from 'vitest'
import { binary, stage } from './stage.ts'
import { packages, root } from './workspace.ts'

/** A user who is not root needs a user namespace of its own before it may make one for the network. */
const unshare = ['/usr/bin/unshare', ...(process.getuid?.() === 0 ? [] : ['-r']), '--net']

/** A command in a network namespace of its own, which has no interface but an idle loopback. */
const withoutNetwork = (command: readonly string[], cwd: string, env: Record<string, string> = {}) =>
  spawnSync(unshare[0]!, [...unshare.slice(1), ...command], { cwd, encoding: 'utf8', env: { ...process.env, ...env } })

const connects = `require('net').connect(9, '192.0.2.1').on('error', ({ code }) => process.exit(code === 'ENETUNREACH' ? 0 : 1))`
const sealed = withoutNetwork([process.execPath, '-e', connects], root).status === 0
const made: string[] = []
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true })
})

/** Done in full and to the byte; every other experiment quickly, by what its result says. */
const exact = 'skills-paper-arithmetic'
const evidenceOf = (id: string): string => join(root, 'figures', id)
const skipUnlessPossible = (id: string, context: TestContext): void => {
  if (!sealed) context.skip('no right to make a network namespace (`unshare --net`)')
  if (!existsSync(join(evidenceOf(id), 'result.json'))) context.skip(`figures/${id} has no result yet`)
}

/** Recompute an experiment from its committed evidence and draw its figures; the folder `results` that it fills. */
function recompute(id: string, fidelity: 'full' | 'quick', tasks: readonly ('experiment' | 'figures')[]): string {
  const place = mkdtempSync(join(tmpdir(), 'lawbook-offline-'))
  made.push(place)
  const folder = stage(id, place)
  const results = join(folder, 'results')
  const env = { REPRO_FIDELITY: fidelity, XDG_CACHE_HOME: join(place, 'cache') }
  const options = { experiment: ['--evidence', evidenceOf(id), '--out', join(results, 'data')], figures: [] }
  for (const task of tasks) {
    const { status, stderr } = withoutNetwork([process.execPath, binary(task), ...options[task]], folder, env)
    expect({ task, status, stderr }).toEqual({ task, status: 0, stderr: '' })
  }
  expect(existsSync(join(place, 'cache'))).toBe(false)
  return results
}

/** The files below a folder by their path in it. */
function filesIn(folder: string): Record<string, Buffer> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort(byCodeUnit)
  const files = names.filter((name) => statSync(join(folder, name)).isFile())
  return Object.fromEntries(files.map((name) => [name, readFileSync(join(folder, name))]))
}

it(`${exact} gives every committed byte, with no network, no data set and an empty cache`, (context) => {
  skipUnlessPossible(exact, context)
  if (process.arch !== 'x64') context.skip('bytes are promised on Linux x64 only')
  const results = recompute(exact, 'full', ['experiment', 'figures'])
  const { 'run.json': _, ...data } = filesIn(join(results, 'data'))
  const recomputed = { ...data, ...filesIn(join(results, 'figures')) }
  const committed = filesIn(evidenceOf(exact))
  expect(Object.keys(recomputed).sort(byCodeUnit)).toEqual(Object.keys(committed))
  for (const [name, bytes] of Object.entries(committed)) expect(bytes.equals(recomputed[name]!), name).toBe(true)
})

it.for(packages.filter(({ name, kind }) => kind === 'experiments' && name !== exact))(
  '$name is recomputed from its committed evidence with no network, no data set and an empty cache',
  async ({ name }, context) => {
    skipUnlessPossible(name, context)
    const results = recompute(name, 'quick', ['experiment'])
    const [committed, recomputed] = [await readResult(evidenceOf(name)), await readResult(join(results, 'data'))]
    expect(recomputed.result.evidence).toEqual(committed.result.evidence)
    expect(recomputed.result.attrition).toEqual(committed.result.attrition)
    expect(recomputed.result.decisions).toBe(committed.result.decisions)
    expect(recomputed.result.measures.map(({ id }) => id)).toEqual(committed.result.measures.map(({ id }) => id))
  },
)
