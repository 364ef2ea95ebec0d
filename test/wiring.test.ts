import { execFileSync } from 'node:child_process'
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { files, packages, reachedFrom, read, root } from './workspace.ts'

/**
 * Which tasks run again after an edit, as turbo itself says (`--dry=json`), on a copy of the repository: a number must
 * not stand on old code, and nothing must be computed twice.
 */
const turbo = join(dirname(createRequire(import.meta.url).resolve('turbo/package.json')), 'bin', 'turbo')
let copy: string
let before: ReadonlyMap<string, string>

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'lawbook-wiring-'))
  for (const file of files) {
    mkdirSync(dirname(join(copy, file)), { recursive: true })
    cpSync(join(root, file), join(copy, file))
  }
  before = hashes()
})
afterAll(() => rmSync(copy, { recursive: true, force: true }))

/** The hash of every task that does something, by `<package>#<task>`. */
function hashes(env: Record<string, string> = {}): Map<string, string> {
  const out = execFileSync(process.execPath, [turbo, 'run', 'dataset', 'reproduce', 'figures', '--dry=json'], {
    cwd: copy,
    encoding: 'utf8',
    maxBuffer: 1e8,
    stdio: ['ignore', 'pipe', 'ignore'],
    env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1', ...env },
  })
  const { tasks } = JSON.parse(out) as { tasks: { taskId: string; hash: string; command: string }[] }
  const real = tasks.filter(({ command }) => command !== '<NONEXISTENT>')
  return new Map(real.map(({ taskId, hash }) => [taskId.replace('@lawbook/', ''), hash]))
}

/** The tasks whose hash another environment or an edit of these files changes. */
function changed(after: ReadonlyMap<string, string>): string[] {
  return [...after]
    .filter(([task, hash]) => before.get(task) !== hash)
    .map(([task]) => task)
    .sort()
}
function edit(...paths: string[]): string[] {
  const old = paths.map((path) => (existsSync(join(copy, path)) ? readFileSync(join(copy, path)) : null))
  for (const path of paths) {
    mkdirSync(dirname(join(copy, path)), { recursive: true })
    appendFileSync(join(copy, path), '\n// edited\n')
  }
  try {
    return changed(hashes())
  } finally {
    for (const [i, path] of paths.entries()) {
      const content = old[i]
      if (content == null) rmSync(join(copy, path))
      else writeFileSync(join(copy, path), content)
    }
  }
}

const experiments = packages.filter(({ kind }) => kind === 'experiments').map(({ name }) => name)
const datasets = packages.filter(({ kind }) => kind === 'datasets').map(({ name }) => name)
const figuresOf = (names: readonly string[]): string[] => names.map((name) => `${name}#figures`).sort()
const tasksOf = (names: readonly string[]): string[] =>
  names.flatMap((name) => [`${name}#figures`, `${name}#reproduce`])
/** Everything that a package stands on, by its own declarations. */
function closure(name: string): Set<string> {
  const seen = new Set<string>()
  const visit = (at: string): void => {
    for (const other of packages.find((each) => each.name === at)?.uses ?? []) {
      if (seen.has(other)) continue
      seen.add(other)
      visit(other)
    }
  }
  visit(name)
  return seen
}
const sourcesIn = (names: readonly string[]): string[] =>
  files.filter((file) => names.some((name) => file.startsWith(`experiments/${name}/`)) && file.endsWith('.ts'))
const standingOn = (name: string, among: readonly string[]): string[] => among.filter((each) => closure(each).has(name))

describe('an edit runs again', () => {
  it('no skill, if it is a router, a sweep or the combinatorics of pipelines', () => {
    for (const name of ['routers', 'sweeps', 'pipelines'])
      expect(edit(`packages/${name}/src/index.ts`)).not.toContain('skill-pipelines#dataset')
  })

  it('nothing, if there is none', () => {
    expect([...before.keys()].sort()).toEqual(
      [...tasksOf(experiments), ...datasets.map((name) => `${name}#dataset`)].sort(),
    )
    expect(changed(hashes())).toEqual([])
  })

  it('nothing, if it is words, tests, the command line, verdicts or the tools', () => {
    const inert = [
      'README.md',
      'CONTRIBUTING.md',
      'docs/design.md',
      'LICENSE',
      'tsconfig.json',
      'biome.json',
      'vitest.config.ts',
      'verdicts.lock.json',
      '.ci/run',
      'test/cli.test.ts',
      'figures/x/result.json',
      'packages/repro/src/cli.ts',
      'packages/repro/bin/repro.js',
      'packages/claims/src/verdict.ts',
      ...['cli/main.ts', 'render/text.ts', 'plan/plan.ts', 'index.ts'].map((file) => `packages/audit/src/${file}`),
      'packages/audit/reference/reference.json',
      ...packages.filter(({ kind }) => kind === 'packages').map(({ folder }) => `${folder}/test/x.test.ts`),
      ...packages.filter(({ kind }) => kind === 'packages').map(({ folder }) => `${folder}/README.md`),
      ...datasets.flatMap((name) => [`datasets/${name}/README.md`, `datasets/${name}/index.test.ts`]),
      ...experiments.flatMap((name) => [`experiments/${name}/README.md`, `experiments/${name}/experiment.test.ts`]),
      'experiments/papers.json',
    ]
    expect(edit(...inert)).toEqual([])
  })

  it('every picture and no number, if it is the theme or the renderer', () => {
    expect(edit('packages/figures/src/theme/theme.ts')).toEqual(figuresOf(experiments))
    expect(edit('packages/figures/bin/figures.js')).toEqual(figuresOf(experiments))
  })

  it.each(experiments)('the pictures of %s alone, if it is its figures.ts or claims.json', (name) => {
    expect(edit(`experiments/${name}/figures.ts`)).toEqual(figuresOf([name]))
    expect(edit(`experiments/${name}/claims.json`)).toEqual(figuresOf([name]))
  })

  it.each(experiments)('%s alone, if it is its experiment.ts or a file beside it', (name) => {
    const own = [name, ...standingOn(name, experiments)]
    expect(edit(`experiments/${name}/experiment.ts`)).toEqual(tasksOf(own).sort())
    expect(edit(`experiments/${name}/another.ts`)).toEqual(tasksOf(own).sort())
  })

  it.each(['estimators', 'routers', 'worlds', 'sweeps', 'skills', 'execution', 'pipelines', 'benchmarks', 'transfer'])(
    'what stands on packages/%s and nothing else, if it is its source',
    (name) => {
      const [numbers, data] = [standingOn(name, experiments), standingOn(name, datasets)]
      expect(numbers).not.toEqual([])
      const tasks = [...tasksOf(numbers), ...data.map((each) => `${each}#dataset`)].sort()
      expect(edit(`packages/${name}/src/index.ts`)).toEqual(tasks)
    },
  )

  it('of packages/audit what experiments compute with, and none of the tool', () => {
    const folder = 'packages/audit'
    const hashed: string[] = JSON.parse(read(`${folder}/turbo.json`)).tasks.transit.inputs
    const covered = (file: string): boolean =>
      hashed.some((input) => file.startsWith(`${folder}/${input.replace('**', '')}`))
    const exported = new Map(
      [...read(`${folder}/src/index.ts`).matchAll(/export (?:type )?\{([^}]*)\} from '\.\/([^']+)'/g)].flatMap(
        ([, names, file]) => names!.split(',').map((name) => [name.replace(/\btype\b/, '').trim(), file!] as const),
      ),
    )
    const users = standingOn('audit', experiments)
    const imported = sourcesIn(users).flatMap((file) =>
      [...read(file).matchAll(/import (?:type )?\{([^}]*)\} from '@lawbook\/audit'/g)].flatMap(([, names]) =>
        names!.split(',').map((name) => name.replace(/\btype\b/, '').trim()),
      ),
    )
    const reached = [...new Set(imported)].flatMap((name) => reachedFrom(`${folder}/src/${exported.get(name)}`))
    expect(reached).not.toEqual([])
    // What a forecast of the tool reads; experiments make it.
    const uncovered = reached.filter(
      (file) => file.startsWith(folder) && !file.includes('/reference/') && !covered(file),
    )
    expect(uncovered).toEqual([])
    expect(edit(`${folder}/src/steps/anchoring.ts`)).toEqual(tasksOf(users).sort())
  })

  it.each(['base', 'schemas', 'experiment'])('every experiment, if it is packages/%s', (name) => {
    expect(edit(`packages/${name}/src/index.ts`)).toEqual(expect.arrayContaining(tasksOf(experiments)))
  })

  it('what starts a task, too: the binaries of packages/experiment and packages/dataset', () => {
    expect(edit('packages/experiment/bin/experiment.js')).toEqual(tasksOf(experiments).sort())
    expect(edit('packages/dataset/bin/dataset.js')).toEqual(
      expect.arrayContaining(datasets.map((name) => `${name}#dataset`)),
    )
  })

  it.each(datasets)('datasets/%s, what is built from it and what reads it, if it is its build or manifest', (name) => {
    const [numbers, data] = [standingOn(name, experiments), standingOn(name, datasets)]
    const tasks = [...tasksOf(numbers), ...[name, ...data].map((each) => `${each}#dataset`)].sort()
    expect(edit(`datasets/${name}/index.ts`)).toEqual(tasks)
    expect(edit(`datasets/${name}/dataset.json`)).toEqual(tasks)
  })
})

describe('the environment', () => {
  it('is in the hash as far as it decides numbers, and no further', () => {
    for (const name of ['REPRO_NODE', 'REPRO_DATA_HASH'])
      expect(changed(hashes({ [name]: 'x' })), name).toEqual([...before.keys()].sort())
    // Data sets have no fidelity: a quick run does not build them again.
    expect(changed(hashes({ REPRO_FIDELITY: 'x' }))).toEqual(tasksOf(experiments).sort())
    const inert = { REPRO_WORKERS: '7', XDG_CACHE_HOME: '/x', TZ: 'Asia/Tokyo', LANG: 'tr_TR.UTF-8', HTTP_PROXY: 'x' }
    expect(changed(hashes(inert))).toEqual([])
  })
})
