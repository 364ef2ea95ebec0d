import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Files, Step } from './checks/step.ts'
import type { Input, Task } from './kit/task.ts'
import { filesOf, randomOf } from './seeded.ts'

/** For tests: the files of an input under a fixed seed. */
export async function inputFiles(id: string, seed = 'test'): Promise<Files> {
  const module = (await import(`./inputs/${id}.ts`)) as { default(random: ReturnType<typeof randomOf>): Files }
  return module.default(randomOf(seed, id))
}

/** For tests: run a skill in a real folder of its own that holds `before`, and return the step as a check sees it. */
export async function trySkill(
  run: (task: Task) => Promise<void>,
  before: Files,
  input: Input,
  previous: readonly string[] = [],
): Promise<Step> {
  const folder = await mkdtemp(join(tmpdir(), 'lawbook-skill-'))
  const home = process.cwd()
  try {
    for (const [name, bytes] of before) {
      await mkdir(dirname(join(folder, name)), { recursive: true })
      await writeFile(join(folder, name), bytes)
    }
    process.chdir(folder)
    await run({ input, previous })
    return { before, after: await filesIn(folder), input, previous }
  } finally {
    process.chdir(home)
    await rm(folder, { recursive: true, force: true })
  }
}

/** For tests: the step whose product was made by hand. */
export function stepWith(
  before: Files,
  made: Readonly<Record<string, string | Uint8Array>>,
  input: Input,
  previous: readonly string[] = [],
): Step {
  return { before, after: new Map([...before, ...filesOf(made)]), input, previous }
}

async function filesIn(folder: string): Promise<Files> {
  const entries = (await readdir(folder, { withFileTypes: true, recursive: true })).filter((entry) => entry.isFile())
  const names = entries.map((entry) =>
    join(entry.parentPath, entry.name)
      .slice(folder.length + 1)
      .replaceAll('\\', '/'),
  )
  return new Map(
    await Promise.all(
      names.sort().map(async (name) => [name, new Uint8Array(await readFile(join(folder, name)))] as const),
    ),
  )
}
