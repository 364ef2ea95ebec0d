import { describe, expect, it } from 'vitest'
import {
  files,
  importsOf,
  isSource,
  packageOf,
  packages,
  reachedFrom,
  read,
  sourcesOf,
  withoutComments,
} from './workspace.ts'

/** The arrows of docs/design.md, section 3: a package, and those that it may import. */
const arrows: Readonly<Record<string, readonly string[]>> = {
  base: [],
  schemas: ['base'],
  estimators: ['base', 'schemas'],
  figures: ['base', 'schemas'],
  claims: ['base', 'schemas'],
  experiment: ['base', 'schemas'],
  dataset: ['base', 'schemas'],
  rounding: ['base'],
  skills: ['base', 'schemas'],
  routers: ['base', 'schemas', 'skills'],
  execution: ['base', 'schemas', 'skills'],
  worlds: ['base', 'schemas', 'skills', 'estimators'],
  sweeps: ['base', 'schemas', 'skills', 'routers', 'estimators'],
  pipelines: ['base', 'schemas', 'skills', 'execution', 'routers', 'sweeps', 'estimators'],
  benchmarks: ['base', 'schemas', 'skills', 'routers', 'execution'],
  transfer: ['base', 'schemas', 'estimators', 'skills', 'routers', 'audit', 'benchmarks', 'worlds', 'experiment'],
  'transfer-figures': ['schemas', 'figures'],
  audit: ['base', 'schemas', 'estimators', 'skills', 'routers', 'sweeps'],
  repro: [
    'base',
    'schemas',
    'skills',
    'routers',
    'estimators',
    'audit',
    'benchmarks',
    'claims',
    'dataset',
    'figures',
    'experiment',
  ],
}
const inPackages = packages.filter(({ kind }) => kind === 'packages')
const experiments = packages.filter(({ kind }) => kind === 'experiments')
const datasets = packages.filter(({ kind }) => kind === 'datasets')
const names = (all: readonly { name: string }[]): string[] => all.map(({ name }) => name)

/** `file: specifier` of every import in `sources` that `wrong` picks out. */
const imports = (sources: readonly string[], wrong: (specifier: string) => boolean): string[] =>
  sources.flatMap((file) =>
    importsOf(file)
      .filter(wrong)
      .map((specifier) => `${file}: ${specifier}`),
  )
/** An import of another workspace package that `allowed` does not list. */
const strange = (own: string, allowed: readonly string[]) => (specifier: string) => {
  const other = packageOf(specifier)
  return other !== null && other !== own && !allowed.includes(other)
}

describe('arrows run one way', () => {
  it('and every package has its place among them', () => {
    expect(names(inPackages).sort()).toEqual(Object.keys(arrows).sort())
  })

  it.each(inPackages)('packages/$name imports and declares nothing above or beside it', (own) => {
    const allowed = arrows[own.name] ?? []
    expect(imports(sourcesOf(own), strange(own.name, allowed))).toEqual([])
    expect(own.uses.filter((name) => !allowed.includes(name))).toEqual([])
  })

  it.each(datasets)('datasets/$name reads skills, benchmarks and other data sets, and no experiment', (own) => {
    const allowed = ['base', 'schemas', 'dataset', 'skills', 'execution', 'benchmarks', ...names(datasets)]
    expect(imports(sourcesOf(own), strange(own.name, allowed))).toEqual([])
    expect(own.uses.filter((name) => !allowed.includes(name))).toEqual([])
  })

  it.each(experiments)('experiments/$name knows neither verdicts nor the command line', (own) => {
    const forbidden = ['claims', 'repro', 'test']
    expect(imports(sourcesOf(own), (specifier) => forbidden.includes(packageOf(specifier) ?? ''))).toEqual([])
    expect(own.uses.filter((name) => forbidden.includes(name))).toEqual([])
  })

  it('without a cycle, tests included', () => {
    const next = new Map(packages.map(({ name, uses, usesInTests }) => [name, [...uses, ...usesInTests]]))
    const cycles: string[] = []
    const visit = (name: string, path: readonly string[]): void => {
      if (path.includes(name)) cycles.push([...path.slice(path.indexOf(name)), name].join(' -> '))
      else for (const other of next.get(name) ?? []) visit(other, [...path, name])
    }
    for (const { name } of packages) visit(name, [])
    expect([...new Set(cycles)]).toEqual([])
  })
})

describe('packages', () => {
  it.each(packages)('$folder declares what it imports, and imports what it declares', (own) => {
    const inTests = files.filter(
      (file) => file.startsWith(`${own.folder}/`) && /\.(ts|js)$/.test(file) && !isSource(file),
    )
    const imported = (of: readonly string[]): string[] =>
      [...new Set(of.flatMap(importsOf).map(packageOf))].filter(
        (name) => name !== null && name !== own.name,
      ) as string[]
    const [bySource, byTests] = [imported(sourcesOf(own)), imported(inTests)]
    expect(bySource.filter((name) => !own.uses.includes(name))).toEqual([])
    expect(byTests.filter((name) => ![...own.uses, ...own.usesInTests].includes(name))).toEqual([])
    // A bin is used by name: `lawbook-experiment`, `lawbook-figures`, `lawbook-dataset`.
    const { scripts = {} } = JSON.parse(read(`${own.folder}/package.json`))
    const byName = Object.values<string>(scripts).map((script) => script.split(' ')[0]!.replace(/^lawbook-/, ''))
    // Another experiment's results are used by its id.
    const definition = own.kind === 'experiments' ? read(`${own.folder}/experiment.ts`) : ''
    const byResult = [...(/uses: \{([^}]*)\}/.exec(definition)?.[1] ?? '').matchAll(/'([^']+)'/g)].map(([, id]) => id)
    const used = [...bySource, ...byTests, ...byName, ...byResult]
    expect([...own.uses, ...own.usesInTests].filter((name) => !used.includes(name))).toEqual([])
  })

  it('all have a user', () => {
    const used = new Set(packages.flatMap(({ uses }) => uses))
    const ends = ['repro'] // what people run
    expect(names([...inPackages, ...datasets]).filter((name) => !used.has(name) && !ends.includes(name))).toEqual([])
  })

  it('reach into no other package by a path', () => {
    const outside = packages.flatMap((own) =>
      sourcesOf(own)
        .flatMap((file) => reachedFrom(file).map((reached) => ({ file, reached })))
        .filter(({ reached }) => !reached.startsWith(`${own.folder}/`))
        .map(({ file, reached }) => `${file}: ${reached}`),
    )
    expect(outside).toEqual([])
    const deep = packages.flatMap((own) => imports(sourcesOf(own), (specifier) => /^@lawbook\/[^/]+\//.test(specifier)))
    expect(deep).toEqual([])
  })
})

describe('an experiment', () => {
  it.each(experiments)('$name computes its numbers without seeing a claim or a picture', ({ folder }) => {
    const reached = reachedFrom(`${folder}/experiment.ts`)
    expect(reached).toContain(`${folder}/experiment.ts`)
    expect(reached.filter((file) => /\/(figures\.ts|figures\/.*|claims\.json|.*\.test\.ts)$/.test(file))).toEqual([])
    expect(imports(reached, (specifier) => ['figures', 'claims'].includes(packageOf(specifier) ?? ''))).toEqual([])
    expect(reached.filter((file) => read(file).includes('claims.json'))).toEqual([])
  })

  it.each(experiments)('$name draws its figures in figures.ts and the folder figures alone', ({ folder }) => {
    const sources = files.filter((file) => file.startsWith(`${folder}/`) && isSource(file))
    const drawing = sources.filter((file) => importsOf(file).some((specifier) => packageOf(specifier) === 'figures'))
    expect(drawing.filter((file) => !file.startsWith(`${folder}/figures/`))).toEqual([`${folder}/figures.ts`])
  })
})

describe('source', () => {
  const sources = packages.flatMap(sourcesOf)
  const numeric = ['base', 'schemas', 'estimators', 'skills', 'routers', 'worlds', 'sweeps', 'experiment']
  const computing = [...packages.filter(({ name }) => numeric.includes(name)), ...experiments, ...datasets].flatMap(
    sourcesOf,
  )

  it('is in files of at most 300 lines', () => {
    const long = sources
      .map((file) => [file, read(file).split('\n').length] as const)
      .filter(([, lines]) => lines > 300)
    expect(long).toEqual([])
  })

  /** Files that look at the clock for the age of a lock, and write no result. */
  const clocks = ['packages/base/src/memo.ts']
  const forbidden: [string, RegExp, string][] = [
    ['Math.pow', /\bMath\.pow\b/, 'differs between versions of V8: use `pow` or `integerPow`'],
    ['**', /[\w)\]]\s*\*\*=?\s*[\w(-]/, 'differs between versions of V8: use `pow` or `integerPow`'],
    ['Math.random', /\bMath\.random\b/, 'use `stream`'],
    ['Date', /\bDate\.now\b|\bnew Date\(\)/, 'results hold no time'],
    ['toLocale...', /\.toLocale[A-Z]/, 'depends on the locale'],
    ['localeCompare', /\blocaleCompare\b|\bIntl\./, 'depends on the locale: use `byCodeUnit`'],
  ]
  it.each(forbidden)('computes no number and no order with %s', (name, pattern, why) => {
    const found = computing
      .filter((file) => name !== 'Date' || !clocks.includes(file))
      .flatMap((file) =>
        withoutComments(read(file))
          .split('\n')
          .map((line, i) => ({ line: line.replace(/'[^']*'|"[^"]*"|`[^`$]*`/g, "''"), place: `${file}:${i + 1}` }))
          .filter(({ line }) => pattern.test(line))
          .map(({ place, line }) => `${place} ${why}: ${line.trim()}`),
      )
    expect(found).toEqual([])
  })
})
