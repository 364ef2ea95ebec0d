import { readdir } from 'node:fs/promises'
import type { Task } from './task.ts'

/**
 * The files a skill works on, below the current directory: those that `from` names (a name, a glob with `*`, `@previous`
 * for what the step before left, or a list of these); else those of the step before that it can read; else every file it
 * can read, in order of name. `extensions` as ['.csv']; an empty list reads anything. None throws.
 */
export async function sourcesOf({ input, previous }: Task, extensions: readonly string[]): Promise<string[]> {
  const all = await filesBelow('.')
  const readable = (name: string): boolean =>
    extensions.length === 0 || extensions.some((extension) => name.toLowerCase().endsWith(extension))
  const found = input.from === undefined ? unnamed(all, previous, readable) : named(all, previous, input.from)
  if (found.length === 0) throw new Error(`found no ${extensions.join(' or ') || 'file'} to work on`)
  return found
}

/** The first of `sourcesOf`. */
export async function sourceOf(task: Task, extensions: readonly string[]): Promise<string> {
  return (await sourcesOf(task, extensions))[0]!
}

/** The one file that `with` names: `@previous` is the first readable file of the step before. */
export async function partnerOf({ input, previous }: Task, extensions: readonly string[]): Promise<string> {
  if (input.with === undefined) throw new Error('needs a second file: name it in "with"')
  const names =
    input.with === '@previous' ? previous : (await filesBelow('.')).filter((name) => matches(name, input.with!))
  const found = names.find(
    (name) => extensions.length === 0 || extensions.some((ext) => name.toLowerCase().endsWith(ext)),
  )
  if (found === undefined) throw new Error(`found no file ${input.with}`)
  return found
}

/** Every file below a folder, relative and in order of name. */
export async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`.replaceAll('\\', '/').replace(/^\.\//, ''))
    .sort()
}

function unnamed(all: readonly string[], previous: readonly string[], readable: (name: string) => boolean): string[] {
  const left = previous.filter(readable)
  return left.length > 0 ? left : all.filter(readable)
}

function named(all: readonly string[], previous: readonly string[], from: string | readonly string[]): string[] {
  const patterns = typeof from === 'string' ? [from] : from
  return [
    ...new Set(patterns.flatMap((one) => (one === '@previous' ? previous : all.filter((name) => matches(name, one))))),
  ]
}

/** A glob whose `*` stands for any run of characters within a folder. */
function matches(name: string, glob: string): boolean {
  const source = glob.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`^${source.join('[^/]*')}$`).test(name)
}
