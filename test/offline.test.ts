import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readResult } from '@lawbook/schemas'
import { afterAll, expect, it } from 'vitest'
import { binary, stage } from './stage.ts'
import { packages, root } from './workspace.ts'

/** A command in a network namespace of its own, which has no interface but an idle loopback. */
const withoutNetwork = (command: readonly string[], cwd: string, env: Record<string, string> = {}) =>
  spawnSync('/usr/bin/unshare', ['--net', ...command], { cwd, encoding: 'utf8', env: { ...process.env, ...env } })

const connects = `require('net').connect(9, '192.0.2.1').on('error', ({ code }) => process.exit(code === 'ENETUNREACH' ? 0 : 1))`
const sealed = withoutNetwork([process.execPath, '-e', connects], root).status === 0
const made: string[] = []
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true })
})

it.for(packages.filter(({ kind }) => kind === 'experiments'))(
  '$name is recomputed from its committed evidence with no network, no data set and an empty cache',
  async ({ name }, context) => {
    const evidence = join(root, 'figures', name)
    if (!sealed) return context.skip('no right to make a network namespace (`unshare --net`)')
    if (!existsSync(join(evidence, 'result.json'))) return context.skip(`figures/${name} has no result yet`)
    const place = mkdtempSync(join(tmpdir(), 'lawbook-offline-'))
    made.push(place)
    const out = join(place, 'out')
    const command = [process.execPath, binary('experiment'), '--evidence', evidence, '--out', out]
    const env = { REPRO_FIDELITY: 'quick', XDG_CACHE_HOME: join(place, 'cache') }
    const { status, stderr } = withoutNetwork(command, stage(name, place), env)
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    const [committed, recomputed] = [await readResult(evidence), await readResult(out)]
    expect(recomputed.result.evidence).toEqual(committed.result.evidence)
    expect(recomputed.result.decisions).toBe(committed.result.decisions)
    expect(recomputed.result.measures.map(({ id }) => id)).toEqual(committed.result.measures.map(({ id }) => id))
    expect(existsSync(join(place, 'cache'))).toBe(false)
  },
)
