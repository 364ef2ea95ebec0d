// Plain JavaScript: bin/repro.js starts turbo with it before any TypeScript is loaded. Types: launch.d.ts.
import { spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, dirname, join } from 'node:path'

/** The folders whose packages have tasks. */
const kinds = ['datasets', 'experiments']

/**
 * Start turbo in a process group of its own, so that an interrupt, from its first moment on, can end it with all its
 * tasks. However this process ends, turbo does not outlive it.
 */
export function launch(root, call) {
  const { tasks, filters = [], force = false, local = true } = call
  removeErrors(root, filters)
  const args = [
    'run',
    ...tasks,
    '--json',
    '--output-logs=new-only',
    '--continue=dependencies-successful',
    ...(force ? ['--cache=local:w'] : local ? ['--cache=local:rw'] : []),
    ...filters.map((filter) => `--filter=${filter}`),
  ]
  const [command, ...first] = turboCommand(root)
  const child = spawn(command, [...first, ...args], {
    cwd: root,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: environment(root, call),
  })
  const done = new Promise((resolve) => {
    child.once('error', (error) => resolve({ code: null, error }))
    child.once('close', (code) => resolve({ code }))
  })
  return { ...guard(child, done), done, onOutput: replayed(child.stdout), onErrors: replayed(child.stderr) }
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']

/** Hand an interrupt on to turbo's whole group, gently; at the second one, or after five seconds, with force. */
function guard(child, done) {
  let [interrupted, ended] = [false, false]
  let force
  const send = (signal) => {
    if (child.pid === undefined || ended) return
    try {
      process.kill(-child.pid, signal)
    } catch {
      // The group is gone already.
    }
  }
  const interrupt = () => {
    send(interrupted ? 'SIGKILL' : 'SIGINT')
    interrupted = true
    force ??= setTimeout(() => send('SIGKILL'), 5000)
  }
  const end = () => send('SIGTERM')
  for (const signal of signals) process.on(signal, interrupt)
  process.on('exit', end)
  void done.then(() => {
    ended = true
    clearTimeout(force)
    for (const signal of signals) process.off(signal, interrupt)
    process.off('exit', end)
  })
  return { end, interrupted: () => interrupted }
}

/** Node throws away what nobody has read when a child ends: keep it until somebody listens. */
function replayed(stream) {
  const early = []
  let listen = (text) => early.push(text)
  stream.setEncoding('utf8').on('data', (text) => listen(text))
  return (listener) => {
    for (const text of early.splice(0)) listener(text)
    listen = listener
  }
}

/** Is a remote cache configured? Then data sets are built by a call of their own that never reaches it. */
export function hasRemoteCache(env = process.env) {
  return ['TURBO_API', 'TURBO_TOKEN', 'TURBO_TEAM'].every((name) => (env[name] ?? '') !== '')
}

/** The tasks of turbo's first call. */
export function firstTasks() {
  return hasRemoteCache() ? ['dataset'] : ['dataset', 'reproduce', 'figures']
}

/** Turbo's executable for this platform by absolute path, or its wrapper, which starts a second Node. */
function turboCommand(root) {
  const { resolve } = createRequire(realpathSync(join(root, 'node_modules', 'turbo', 'package.json')))
  const system = { win32: 'windows' }[process.platform] ?? process.platform
  const machine = { x64: '64' }[process.arch] ?? process.arch
  try {
    return [resolve(`@turbo/${system}-${machine}/bin/turbo${system === 'windows' ? '.exe' : ''}`)]
  } catch {
    return [process.execPath, resolve('turbo/bin/turbo')]
  }
}

/**
 * Turbo finds pnpm and its tasks find node by absolute path, however this command was started. A folder of local files
 * comes from the call alone: one that somebody exported would go into results that are not marked.
 */
function environment(root, { fidelity = 'full', workers, localData }) {
  const path = [join(root, 'node_modules', '.bin'), dirname(process.execPath), process.env.PATH ?? '']
  return {
    ...process.env,
    PATH: path.join(delimiter),
    REPRO_NODE: process.version,
    REPRO_FIDELITY: fidelity,
    REPRO_DATA_DIR: localData?.folder ?? '',
    REPRO_DATA_HASH: localData?.hash ?? '',
    ...(workers === undefined ? {} : { REPRO_WORKERS: String(workers) }),
    TURBO_TELEMETRY_DISABLED: '1',
  }
}

/** An error record of an earlier run would be taken for one of this run; those of packages that do not run stay. */
function removeErrors(root, filters) {
  for (const folder of filters.length === 0 ? everyFolder(root) : withDependencies(root, filters))
    rmSync(join(root, folder, 'results', 'error.json'), { force: true })
}

function everyFolder(root) {
  return kinds.flatMap((kind) => {
    if (!existsSync(join(root, kind))) return []
    const folders = readdirSync(join(root, kind), { withFileTypes: true }).filter((entry) => entry.isDirectory())
    return folders.map(({ name }) => join(kind, name))
  })
}

/** The folders of some packages and of the data sets and experiments that they depend on: turbo runs those as well. */
function withDependencies(root, folders) {
  const found = new Set()
  const visit = (folder) => {
    const path = join(root, folder, 'package.json')
    if (found.has(folder) || !existsSync(path)) return
    found.add(folder)
    for (const name of Object.keys(JSON.parse(readFileSync(path, 'utf8')).dependencies ?? {}))
      for (const kind of kinds) visit(join(kind, name.replace(/^@lawbook\//, '')))
  }
  for (const folder of folders) visit(join(folder))
  return found
}
