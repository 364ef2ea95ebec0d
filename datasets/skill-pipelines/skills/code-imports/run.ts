import { type Token, tokTypes } from 'acorn'
import { type Script, scriptEndings, scriptsOf } from '../../kit/scripts.ts'
import { writeTable } from '../../kit/tables.ts'
import type { Task } from '../../kit/task.ts'
import { outputName } from '../../kit/text.ts'

/** A table of every import, re-export, dynamic import and require: file, line, module. */
export default async function run(task: Task): Promise<void> {
  const rows = (await scriptsOf(task, scriptEndings)).flatMap(importsOf)
  if (rows.length === 0) throw new Error('nothing is imported anywhere')
  await writeTable(outputName(task.input, 'imports.csv'), { columns: ['file', 'line', 'module'], rows })
}

function importsOf({ name, tokens }: Script): Record<string, string>[] {
  return tokens
    .filter((token, i) => token.type === tokTypes.string && importing(tokens.slice(Math.max(0, i - 3), i)))
    .map((token) => ({ file: name, line: String(token.loc!.start.line), module: String(valueIn(token)) }))
}

/** Whether a string behind these tokens is a module: `from "m"`, `import "m"`, `import("m")`, `require("m")`. */
function importing(tokens: readonly Token[]): boolean {
  const [before, call, last] = [tokens.at(-3), tokens.at(-2), tokens.at(-1)]
  if (last?.type !== tokTypes.parenL) return last?.type === tokTypes._import || named(last, 'from')
  const member = before?.type === tokTypes.dot || before?.type === tokTypes.questionDot
  return !member && (call?.type === tokTypes._import || named(call, 'require'))
}

function named(token: Token | undefined, name: string): boolean {
  return token?.type === tokTypes.name && valueIn(token) === name
}

function valueIn(token: Token): unknown {
  return (token as Token & { readonly value: unknown }).value
}
