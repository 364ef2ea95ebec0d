import { cp, mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { execa } from 'execa'
import type { Command, Context } from '../src/command.ts'
import { type Output, printed } from '../src/output.ts'

/** The repository that the tests run in. */
export const repository = fileURLToPath(new URL('../../../', import.meta.url))

/**
 * A workspace in a temporary folder: the real packages, tools and configuration by link, and experiments, figures and
 * papers of its own. Remove it with `discard`.
 */
export async function temporaryWorkspace(): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'lawbook-'))
  for (const name of ['packages', 'node_modules', 'datasets']) await symlink(join(repository, name), join(root, name))
  await mkdir(join(root, 'test'))
  await symlink(join(repository, 'test/propertySeed.ts'), join(root, 'test/propertySeed.ts'))
  for (const name of ['package.json', 'biome.json', 'tsconfig.json', 'vitest.config.ts', '.gitignore'])
    await cp(join(repository, name), join(root, name))
  await mkdir(join(root, 'experiments'))
  await writeFile(
    join(root, 'experiments', 'papers.json'),
    JSON.stringify({ schema: 'lawbook/papers@1', papers: [paper] }),
  )
  return root
}

/** Link the workspace's packages into a new package, as an install would. */
export async function linkPackages(folder: string): Promise<void> {
  await mkdir(join(folder, 'node_modules', '@lawbook'), { recursive: true })
  for (const name of await readdir(join(repository, 'packages')))
    await symlink(join(repository, 'packages', name), join(folder, 'node_modules', '@lawbook', name))
}

/** Run an experiment and draw its figures in its own folder, by the programs that turbo starts. */
export async function reproduce(root: string, id: string): Promise<void> {
  const folder = join(root, 'experiments', id)
  for (const bin of ['experiment/bin/experiment.js', 'figures/bin/figures.js'])
    await execa('node', [join(repository, 'packages', bin)], { cwd: folder })
}

/** An experiment whose tasks are shell scripts, in a workspace that turbo can run. */
export async function scriptedExperiment(root: string, id: string, scripts: Record<string, string>): Promise<void> {
  await mkdir(join(root, 'experiments', id))
  const files = {
    'turbo.json': JSON.stringify({ tasks: { dataset: {}, reproduce: {}, figures: {} } }),
    'pnpm-workspace.yaml': 'packages: [experiments/*]\n',
    'pnpm-lock.yaml': "lockfileVersion: '9.0'\nimporters: {}\n",
    [`experiments/${id}/package.json`]: JSON.stringify({ name: `@lawbook/${id}`, scripts }),
  }
  for (const [name, text] of Object.entries(files)) await writeFile(join(root, name), text)
}

/** Run a command in a workspace: its exit code and what it printed, or what it threw. */
export async function runCommand(
  command: Command,
  root: string,
  positionals: readonly string[] = [],
  options: Context['options'] = {},
  json = false,
): Promise<{ code: number; text: string; document: unknown }> {
  const lines: string[] = []
  let document: unknown = null
  const output: Output = {
    json,
    live: false,
    print: (line = '') => void (json || lines.push(line)),
    document: (name, value) => void (document = JSON.parse(printed(name, value))),
    note: (line) => void lines.push(line),
    style: (_, text) => text,
  }
  const code = await command.run({ root, positionals, options, output })
  return { code, text: lines.join('\n'), document }
}

export function discard(root: string): Promise<void> {
  return rm(root, { recursive: true, force: true })
}

/** A paper whose every text tries to break out of its page. */
const paper = {
  id: 'test-paper',
  type: 'article',
  title: 'Laws of <script>alert(1)</script> & "libraries"',
  author: [{ family: "O'Test", given: 'Ann' }],
  issued: { 'date-parts': [[2026]] },
  URL: 'https://example.org/paper',
  version: 'v1',
  reading: 'The abstract <b>only</b>.',
  licence: 'CC BY 4.0',
}
