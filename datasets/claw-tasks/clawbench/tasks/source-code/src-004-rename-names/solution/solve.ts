import { readTable, readText, writeJson, writeText } from '../../../../../kit/solve.ts'

const token = /"""[\s\S]*?"""|'''[\s\S]*?'''|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|#[^\n]*|[A-Za-z_]\w*|[\s\S]/g

/** Rename identifiers in one pass over the tokens, so that a new name is never renamed again. */
export default async function solve(): Promise<void> {
  const source = await readText('module.py')
  const renames = new Map(
    (await readTable('renames.csv', ['old', 'new'])).map((row) => [row.old!.trim(), row.new!.trim()]),
  )
  const counts = new Map([...renames.keys()].map((name) => [name, 0]))
  let depth = 0
  let last = ''
  const made = [...source.matchAll(token)].map(({ 0: text, index }) => {
    if ('([{'.includes(text)) depth++
    if (')]}'.includes(text)) depth--
    const rest = source.slice(index + text.length)
    const free = last !== '.' && !(depth > 0 && /^\s*=(?!=)/.test(rest))
    if (text.trim() !== '') last = text
    const name = renames.get(text)
    if (name === undefined || !free) return text
    counts.set(text, counts.get(text)! + 1)
    return name
  })
  await writeText('module_new.py', made.join(''))
  await writeJson('renamed.json', Object.fromEntries(counts))
}
