import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
import { byCodeUnit } from '@lawbook/base'

/** The repository as it lies on the disk: what the workspace tests look at. */
export const root = fileURLToPath(new URL('..', import.meta.url))

/** Every file that is, or would be, committed. */
export const files: readonly string[] = execFileSync('git', ['ls-files', '-z', '-co', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
  maxBuffer: 1e8,
})
  .split('\0')
  .filter((file) => file !== '' && existsSync(join(root, file)) && statSync(join(root, file)).isFile())
  .sort(byCodeUnit)

export const read = (file: string): string => readFileSync(join(root, file), 'utf8')

export type Package = {
  readonly name: string
  readonly folder: string
  readonly kind: 'packages' | 'datasets' | 'experiments' | 'test'
  /** Workspace packages that it declares, those of its tests apart. */
  readonly uses: readonly string[]
  readonly usesInTests: readonly string[]
}

const scope = '@lawbook/'
const workspaceNames = (declared: Readonly<Record<string, string>> = {}): string[] =>
  Object.keys(declared).filter((name) => name.startsWith(scope))

/** Every package of the workspace. */
export const packages: readonly Package[] = files
  .filter((file) => /^((packages|datasets|experiments)\/[^/]+|test)\/package\.json$/.test(file))
  .map((file) => {
    const { name, dependencies, devDependencies } = JSON.parse(read(file))
    const folder = dirname(file)
    return {
      name: String(name).slice(scope.length),
      folder,
      kind: folder.split('/')[0] as Package['kind'],
      uses: workspaceNames(dependencies).map((each) => each.slice(scope.length)),
      usesInTests: workspaceNames(devDependencies).map((each) => each.slice(scope.length)),
    }
  })

/** A file of code that is part of the product: no test, no support of one. */
export const isSource = (file: string): boolean =>
  /\.(ts|js)$/.test(file) && !/(^|\/)test\//.test(file) && !file.endsWith('.test.ts')

export const sourcesOf = ({ folder }: Package): string[] =>
  files.filter((file) => file.startsWith(`${folder}/`) && isSource(file))

/**
 * What a file imports, exports from or loads by `import()`, as written. Templates of files that it writes are not its
 * own.
 */
export function importsOf(file: string): string[] {
  const code = withoutComments(read(file)).replace(/`(?:\\.|[^`\\])*`/g, '``')
  const statement = /^\s*(?:import|export)\b[^'"`;]*?\bfrom\s*(['"])([^'"\n]+)\1/gm
  const bare = /^\s*import\s*(['"])([^'"\n]+)\1/gm
  const loaded = /\bimport\(\s*(['"])([^'"\n]+)\1/g
  return [statement, bare, loaded].flatMap((pattern) => [...code.matchAll(pattern)].map((match) => match[2]!))
}

/** The workspace package that a specifier names, if it names one. */
export const packageOf = (specifier: string): string | null =>
  specifier.startsWith(scope) ? specifier.slice(scope.length).split('/')[0]! : null

/** A file and everything that it reaches by relative imports. */
export function reachedFrom(file: string): string[] {
  const seen = new Set<string>()
  const visit = (at: string): void => {
    if (seen.has(at) || !existsSync(join(root, at))) return
    seen.add(at)
    if (!/\.(ts|js)$/.test(at)) return
    for (const specifier of importsOf(at)) if (specifier.startsWith('.')) visit(normalize(join(dirname(at), specifier)))
  }
  visit(file)
  return [...seen]
}

/** Code with its comments blanked out, line by line, so that line numbers stay. */
export function withoutComments(code: string): string {
  return code
    .replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' '))
    .replace(/(^|[\s;{}()])\/\/[^\n]*/g, '$1')
}
