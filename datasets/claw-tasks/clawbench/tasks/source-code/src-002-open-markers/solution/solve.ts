import { readText, writeTable } from '../../../../../kit/solve.ts'

/** The comment of one line of Python, without its number sign; nothing if there is none outside quotes. */
function commentOf(line: string): string | undefined {
  return /^(?:"""[\s\S]*?"""|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|[^"'#])*#(.*)$/.exec(line)?.[1]
}

/** List the markers that begin a comment, with owner and text. */
export default async function solve(): Promise<void> {
  const lines = (await readText('module.py')).split('\n')
  const rows = lines.flatMap((line, at) => {
    const comment = commentOf(line)
    const found = /^\s*(TODO|FIXME|XXX)\b(?:\(([^)]*)\))?\s*:?(.*)$/.exec(comment ?? '')
    if (found === null) return []
    const owner = (found[2] ?? '').split(',')[0]!.trim()
    return [{ line: at + 1, tag: found[1]!, owner: owner === '' ? 'nobody' : owner, text: found[3]!.trim() }]
  })
  await writeTable('findings.csv', ['line', 'tag', 'owner', 'text'], rows)
}
