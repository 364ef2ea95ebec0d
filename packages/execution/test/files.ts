import { readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import type { Bundle } from '../src/bundle.ts'
import type { Files, Limits } from '../src/files.ts'
import type { Execution } from '../src/outcome.ts'
import { openRunner, type Task } from '../src/runner.ts'
import { openScratch } from '../src/scratch.ts'
import { checkNames, writeFiles } from '../src/workspace.ts'

const encoder = new TextEncoder()

/** Files from texts and bytes by name. */
export function filesOf(contents: Readonly<Record<string, string | Uint8Array>>): Files {
  return new Map(
    Object.entries(contents).map(([name, content]) => [
      name,
      typeof content === 'string' ? encoder.encode(content) : content,
    ]),
  )
}

/** Files as text by name. */
export function textsOf(files: Files): Record<string, string> {
  return Object.fromEntries([...files].map(([name, bytes]) => [name, new TextDecoder().decode(bytes)]))
}

/** The path of a test skill. */
export function skillPath(name: string): string {
  return new URL(`./skills/${name}.ts`, import.meta.url).pathname
}

/** Scratch roots that a process has left in the temporary folder. */
export function rootsOf(pid: number): string[] {
  return readdirSync(tmpdir()).filter((name) => name.startsWith(`lawbook-execution-${pid}-`))
}

/** Processes that still run in a scratch root of a process, as /proc tells; empty where there is no /proc. */
export function running(pid: number): string[] {
  const numbers = (process.platform === 'linux' ? readdirSync('/proc') : []).filter((name) => /^\d+$/.test(name))
  return numbers.filter((number) => {
    try {
      return readFileSync(`/proc/${number}/cmdline`, 'latin1').includes(`lawbook-execution-${pid}-`)
    } catch {
      return false
    }
  })
}

/** A folder that holds some files and nothing else; closing it removes it. */
export type Workspace = { readonly folder: string; close(): Promise<void> }

/** A new folder with these files, below the one scratch root of this process. */
export async function openWorkspace(files: Files): Promise<Workspace> {
  checkNames(files)
  const scratch = await openScratch()
  await writeFiles(scratch.folder, files)
  return scratch
}

/** One job in a process of its own. */
export async function execute(bundle: Bundle, files: Files, task: Task, limits?: Limits): Promise<Execution> {
  const runner = await openRunner(bundle)
  try {
    return await runner.execute(files, task, limits)
  } finally {
    await runner.close()
  }
}
