import { randomBytes } from 'node:crypto'
import { access, mkdir, rm, statfs, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { cacheFolder, readJson } from '@lawbook/base'
import { execa } from 'execa'
import { packageIds } from '../workspace.ts'

/** One line of `doctor`: what was looked at, what was seen and, unless it is well, what to do. */
export type Finding = {
  readonly check: string
  readonly state: 'ok' | 'warn' | 'fail'
  readonly seen: string
  readonly advice: string | null
}

type Outcome = Omit<Finding, 'check'>

/** Every check, in the order of its line. */
const checks: Readonly<Record<string, (root: string) => Promise<Outcome>>> = {
  node,
  pnpm: (root) =>
    tool(root, 'pnpm', ['--version'], '10.16.0', '`pnpm install`, or start by `npx -y pnpm@10 repro all`'),
  turbo: (root) => tool(root, 'turbo', ['--version'], '2.0.0', '`pnpm install`'),
  canvas,
  fonts,
  cache,
  disk,
  data,
  git,
}

/** Look at everything that a run needs. A check that throws is a failed check. */
export async function diagnose(root: string): Promise<Finding[]> {
  return await Promise.all(
    Object.entries(checks).map(async ([check, look]) => {
      const outcome = await look(root).catch((thrown) => failed(String((thrown as Error).message), '`pnpm install`'))
      return { check, ...outcome }
    }),
  )
}

const ok = (seen: string): Outcome => ({ state: 'ok', seen, advice: null })
const warn = (seen: string, advice: string): Outcome => ({ state: 'warn', seen, advice })
const failed = (seen: string, advice: string): Outcome => ({ state: 'fail', seen, advice })

async function node(root: string): Promise<Outcome> {
  const { engines } = (await readJson(join(root, 'package.json'))) as { engines?: { node?: string } }
  const least = (engines?.node ?? '>=20.19').replace(/^>=/, '')
  const seen = `Node ${process.versions.node}`
  if (!atLeast(process.versions.node, least)) return failed(seen, `install Node ${least} or newer`)
  if (process.platform === 'linux' && process.arch === 'x64') return ok(seen)
  return warn(
    `${seen} on ${process.platform} ${process.arch}`,
    'numbers agree to 9 digits here; bytes are promised on Linux x64 only',
  )
}

async function tool(root: string, name: string, args: string[], least: string, advice: string): Promise<Outcome> {
  const { stdout, exitCode } = await execa(join(root, 'node_modules', '.bin', name), args, { cwd: root, reject: false })
  if (exitCode !== 0) return failed(`${name} does not start`, advice)
  const version = stdout.trim()
  return atLeast(version, least)
    ? ok(`${name} ${version}`)
    : failed(`${name} ${version}`, `${least} or newer is needed: ${advice}`)
}

/** Draws one pixel with the canvas that the figures use. */
async function canvas(root: string): Promise<Outcome> {
  await installed(root, 'canvas')
  const path = createRequire(join(root, 'packages', 'figures', 'package.json')).resolve('canvas')
  const { createCanvas } = (await import(pathToFileURL(path).href)) as {
    createCanvas(width: number, height: number): { toBuffer(type: string): Uint8Array }
  }
  const bytes = createCanvas(1, 1).toBuffer('image/png').length
  return bytes > 0 ? ok('canvas draws') : failed('canvas draws nothing', '`pnpm install`')
}

async function fonts(root: string): Promise<Outcome> {
  await installed(root, '@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf')
  await installed(root, '@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf')
  return ok('Inter and Source Serif 4 are installed')
}

/** A dependency of the figures where an install puts it; Node itself would also look elsewhere (NODE_PATH). */
function installed(root: string, path: string): Promise<void> {
  return access(join(root, 'packages', 'figures', 'node_modules', path))
}

async function cache(): Promise<Outcome> {
  const folder = cacheFolder()
  const probe = join(folder, `probe-${randomBytes(6).toString('hex')}`)
  try {
    await mkdir(folder, { recursive: true })
    await writeFile(probe, '')
    await rm(probe)
    return ok(`${folder} can be written`)
  } catch {
    return failed(`${folder} cannot be written`, 'set XDG_CACHE_HOME to a folder that can')
  }
}

async function disk(): Promise<Outcome> {
  const { bavail, bsize } = await statfs(await nearestFolder(cacheFolder()))
  const free = (bavail * bsize) / 1e9
  const seen = `${free.toFixed(1)} GB free for the cache`
  if (free < 0.5) return failed(seen, 'free 0.5 GB at least, or set XDG_CACHE_HOME to another disk')
  return free < 2 ? warn(seen, 'the first build of the data needs about 1 GB') : ok(seen)
}

async function nearestFolder(path: string): Promise<string> {
  const there = await access(path).then(
    () => true,
    () => false,
  )
  return there ? path : nearestFolder(join(path, '..'))
}

async function data(root: string): Promise<Outcome> {
  const ids = await packageIds(root, 'datasets')
  const built = await Promise.all(
    ids.map((id) =>
      access(join(root, 'datasets', id, 'build', 'manifest.json')).then(
        () => true,
        () => false,
      ),
    ),
  )
  const missing = ids.filter((_, i) => built[i] !== true)
  if (missing.length === 0) return ok(`${ids.length} of ${ids.length} data sets are built`)
  return warn(`not built: ${missing.join(', ')}`, '`repro data build`; `repro verify` works without them')
}

async function git(root: string): Promise<Outcome> {
  const { stdout, exitCode } = await execa('git', ['status', '--porcelain'], { cwd: root, reject: false })
  if (exitCode !== 0)
    return warn('not a git checkout, or no git', 'clone the repository, so that results name their commit')
  const changed = stdout === '' ? 0 : stdout.split('\n').length
  if (changed === 0) return ok('nothing changed since the last commit')
  return warn(
    `${changed} files differ from the last commit`,
    'results may differ from the committed ones; `git status` lists them',
  )
}

/** Compares dotted versions part by part. */
function atLeast(version: string, least: string): boolean {
  const [have, need] = [version, least].map((text) => text.split('.').map((part) => Number.parseInt(part, 10)))
  for (const [i, part] of need!.entries()) if (have![i] !== part) return (have![i] ?? 0) > part
  return true
}
