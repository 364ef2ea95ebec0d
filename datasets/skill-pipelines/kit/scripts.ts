import { type Comment, type Token, tokenizer } from 'acorn'
import { sourcesOf } from './sources.ts'
import type { Task } from './task.ts'
import { readText } from './text.ts'

/** A JavaScript or TypeScript file in pieces. Tokens know nothing of grammar, so that types do not matter. */
export type Script = {
  readonly name: string
  readonly text: string
  readonly tokens: readonly Token[]
  /** Without the `#!` line. */
  readonly comments: readonly Comment[]
}

/** The scripts of a task, in pieces; a text that is none throws. */
export async function scriptsOf(task: Task, endings: readonly string[]): Promise<Script[]> {
  const named = (await sourcesOf(task, endings)).filter((name) => endings.some((ending) => name.endsWith(ending)))
  if (named.length === 0) throw new Error(`found no ${endings.join(' or ')} to work on`)
  return await Promise.all(named.map(async (name) => scriptOf(name, await readText(name))))
}

export const scriptEndings: readonly string[] = ['.js', '.mjs', '.ts']

function scriptOf(name: string, text: string): Script {
  const comments: Comment[] = []
  try {
    const options = { ecmaVersion: 'latest', sourceType: 'module', locations: true, onComment: comments } as const
    const tokens = [...tokenizer(text, options)]
    return { name, text, tokens, comments: comments.filter(({ start }) => !(start === 0 && text.startsWith('#!'))) }
  } catch (error) {
    throw new Error(`cannot read ${name}: ${(error as Error).message}`)
  }
}

/** Where the product of a script goes: `to` for one script, else `place` of its name. `to` for several throws. */
export function placeOf(
  task: Task,
  scripts: readonly Script[],
  place: (name: string) => string,
): (s: Script) => string {
  const { to } = task.input
  if (to === undefined) return ({ name }) => place(name)
  if (scripts.length > 1) throw new Error(`"to" names one file, there are ${scripts.length}; name one in "from"`)
  return () => to
}
