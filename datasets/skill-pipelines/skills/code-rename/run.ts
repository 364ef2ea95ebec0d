import { tokenizer, tokTypes } from 'acorn'
import MagicString from 'magic-string'
import { placeOf, type Script, scriptEndings, scriptsOf } from '../../kit/scripts.ts'
import type { Task } from '../../kit/task.ts'
import { listOf, required, writeBytes } from '../../kit/text.ts'

/** Give an identifier another name in every script that has it; strings and comments stay. A name in use throws. */
export default async function run(task: Task): Promise<void> {
  const old = required(listOf(task.input.by)[0], 'by')
  const name = identifier(required(task.input.replacement, 'replacement'))
  const scripts = await scriptsOf(task, scriptEndings)
  const taken = scripts.find((script) => placesOf(script, name).length > 0)
  if (taken !== undefined) throw new Error(`cannot call it ${name}: ${taken.name} has something of that name already`)
  const using = scripts.filter((script) => placesOf(script, old).length > 0)
  if (using.length === 0) throw new Error(`no identifier ${old} in ${scripts.map((script) => script.name).join(', ')}`)
  const place = placeOf(task, using, (own) => own)
  for (const script of using) await writeBytes(place(script), renamed(script, old, name))
}

function renamed(script: Script, old: string, name: string): string {
  const text = new MagicString(script.text)
  for (const { start, end } of placesOf(script, old)) text.overwrite(start, end, name)
  return text.toString()
}

function placesOf({ tokens, text }: Script, name: string) {
  return tokens.filter(({ type, start, end }) => type === tokTypes.name && text.slice(start, end) === name)
}

function identifier(name: string): string {
  const formed = /^[$_\p{ID_Start}][$\p{ID_Continue}]*$/u.test(name)
  if (formed && tokenizer(name, { ecmaVersion: 'latest' }).getToken().type === tokTypes.name) return name
  throw new Error(`"${name}" cannot be the name of anything`)
}
