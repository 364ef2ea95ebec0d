import { cp, mkdtemp, rm } from 'node:fs/promises'
import { cpus, homedir, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { writeJson } from '@lawbook/base'
import { execa } from 'execa'

/**
 * `pnpm bench`: what a newcomer waits for. A fresh clone of the last commit with an empty home and cache runs the
 * README's commands in turn, each timed as a whole process; the table goes to docs/timings.json, from which the README
 * takes it.
 */
const root = fileURLToPath(new URL('../..', import.meta.url))
const pnpm = ['npx', '-y', 'pnpm@10.34.9']
const folder = await mkdtemp(join(tmpdir(), 'lawbook-bench-'))
const clone = join(folder, 'clone')
// The machine's npm settings (a mirror, a proxy) stay: they are not part of the cache.
await cp(join(homedir(), '.npmrc'), join(folder, '.npmrc')).catch(() => undefined)
const env = { HOME: folder, XDG_CACHE_HOME: join(folder, '.cache'), npm_config_cache: join(folder, '.npm') }
await execa('git', ['clone', '--quiet', root, clone])

type Row = { readonly want: string; readonly type: string; readonly budget: string; readonly measured: string }
const rows: Row[] = []

/** Run a command in the clone and note how long it took. */
async function time(want: string, command: readonly string[], budget: string, shown = command): Promise<number> {
  const [file = '', ...args] = command
  const started = performance.now()
  await execa(file, args, { cwd: clone, env, stdout: 'ignore', stderr: 'inherit' })
  const seconds = (performance.now() - started) / 1000
  rows.push({ want, type: shown.join(' '), budget, measured: duration(seconds) })
  process.stdout.write(`${want}: ${duration(seconds)}\n`)
  return seconds
}

function duration(seconds: number): string {
  if (seconds < 10) return `${seconds.toFixed(1)} s`
  return seconds < 100 ? `${Math.round(seconds)} s` : `${(seconds / 60).toFixed(1)} min`
}

const repro = join(clone, 'packages', 'repro', 'bin', 'repro.js')
await time(
  'install (happens by itself before the first command)',
  [...pnpm, 'install', '--frozen-lockfile'],
  'under a minute',
)
const { stdout: size } = await execa('du', ['-sm', join(clone, 'node_modules')])
await time('read the verdicts', [...pnpm, 'repro', 'list', '--claims'], '')
await time('verify every number offline, without any data', [...pnpm, 'repro', 'verify'], 'about a minute')
await time('download and build the data', [...pnpm, 'repro', 'data', 'build'], 'network time and 8 min')
await time('recompute every number and figure from the data', [...pnpm, 'repro', 'all'], '4 min')
await time('the same again, nothing changed', [...pnpm, 'repro', 'all'], '2.5 s')
await time('the same again, without pnpm', ['node', repro, 'all'], '1 s', [
  'node',
  'packages/repro/bin/repro.js',
  'all',
])

const memory = Math.round(totalmem() / 1024 ** 3)
await writeJson(join(root, 'docs', 'timings.json'), {
  schema: 'lawbook/timings@1',
  machine: `${cpus().length} cores, ${memory} GiB, Node ${process.version}, in a fresh clone with an empty home and cache`,
  installMegabytes: Number(size.split('\t')[0]),
  rows,
})
await rm(folder, { recursive: true, force: true })
