import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fail } from '@lawbook/base'
import { execa } from 'execa'
import type { Found } from './assemble.ts'
import { cleaned } from './clean.ts'
import { folderSkills, readFileText } from './folderSkills.ts'
import { packageTarball } from './packageTarball.ts'
import { isRecord, jsonOf } from './record.ts'

export type PackageSpec = { readonly name: string; readonly version: string | null }

/** `name`, `@scope/name`, either with `@version` or `@tag`; null where a text is no such thing. */
export function packageSpecOf(text: string): PackageSpec | null {
  const match = /^((?:@[a-z0-9~][\w.~-]*\/)?[a-z0-9~][\w.~-]*)(?:@([\w^~.+*-]+))?$/i.exec(text)
  return match === null ? null : { name: match[1]!, version: match[2] ?? null }
}

/**
 * The skills of an npm package: as it is installed below `cwd` if its version is the one that is wanted, else as `npm
 * pack` brings it (no script of it is run; the tarball lies in a temporary folder that is removed). Registries and keys
 * are npm's own business. Throws LB_NO_SKILLS where npm knows no such package, LB_NETWORK where it cannot be asked.
 */
export async function packageSkills(
  spec: PackageSpec,
  options: { readonly cwd: string; readonly fetchPackage: boolean },
): Promise<Found> {
  const installed = join(options.cwd, 'node_modules', spec.name)
  const found = await installedVersion(installed)
  const source = { package: spec.name, top: spec.name.split('/').at(-1)! }
  if (found !== null && (spec.version === null || spec.version === found.version)) {
    const parts = await folderSkills(installed, [''], { ...source, tools: true })
    return { source: named(spec, found.version), folder: installed, format: 'npm-package', ...parts }
  }
  if (!options.fetchPackage) {
    fail(
      'LB_NO_SKILLS',
      `there is neither a file or folder ${named(spec, spec.version)} nor such a package in node_modules; install it, or allow it to be fetched`,
    )
  }
  return fetched(spec, source, options.cwd)
}

const named = ({ name }: PackageSpec, version: string | null): string =>
  version === null ? name : `${name}@${version}`

/** Null where nothing is installed; the version is null where its package.json does not say. */
async function installedVersion(folder: string): Promise<{ version: string | null } | null> {
  const isFolder = await stat(folder).then(
    (found) => found.isDirectory(),
    () => false,
  )
  if (!isFolder) return null
  const manifest = jsonOf((await readFileText(join(folder, 'package.json'))).text ?? '')
  return { version: isRecord(manifest) && typeof manifest.version === 'string' ? manifest.version : null }
}

async function fetched(spec: PackageSpec, source: { package: string; top: string }, cwd: string): Promise<Found> {
  const temporary = await mkdtemp(join(tmpdir(), 'lawbook-package-'))
  try {
    const version = await pack(spec, temporary, cwd)
    const tarball = (await readdir(temporary)).find((file) => file.endsWith('.tgz'))
    if (tarball === undefined) fail('LB_NETWORK', `npm pack ${named(spec, spec.version)} brought no tarball; try again`)
    const parts = await packageTarball(join(temporary, tarball), spec.name, source)
    return { source: named(spec, version ?? spec.version), format: 'npm-package', ...parts }
  } finally {
    await rm(temporary, { recursive: true, force: true })
  }
}

/** Longest wait for npm, in milliseconds. */
const patience = 180_000

/** Lets npm bring the tarball and gives the version that it says it brought. */
async function pack(spec: PackageSpec, destination: string, cwd: string): Promise<string | null> {
  const wanted = named(spec, spec.version)
  const options = ['--json', '--ignore-scripts', '--no-workspaces', '--pack-destination', destination]
  const result = await execa('npm', ['pack', ...options, '--', wanted], { cwd, timeout: patience, reject: false })
  if (result.failed) {
    const said = `${result.stderr ?? ''}\n${result.stdout ?? ''}`
    if (result.code === 'ENOENT') fail('LB_NETWORK', `npm is needed to fetch ${wanted}, and it is not on the path`)
    if (/E404|ETARGET|ENOVERSIONS/.test(said))
      fail('LB_NO_SKILLS', `there is no file or folder ${wanted} here, and npm knows no such package; correct the name`)
    const code = /\bE[A-Z0-9_]{4,}\b/.exec(said)?.[0] ?? (result.timedOut ? 'no answer in time' : 'no reason given')
    fail('LB_NETWORK', `npm could not fetch ${wanted} (${code}); try npm pack ${wanted} by hand`, { package: wanted })
  }
  const told = jsonOf(result.stdout)
  const entry: unknown = Array.isArray(told) ? told[0] : told
  return isRecord(entry) && typeof entry.version === 'string' ? cleaned(entry.version) : null
}
