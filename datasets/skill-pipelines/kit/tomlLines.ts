/**
 * The text of a TOML file with the line of one key changed (its comment stays) or, if there is none, a line added at the
 * end of its table, or a new table at the end. Values over several lines are not seen; the caller compares the outcome.
 */
export function withLine(text: string, keys: readonly string[], literal: string): string {
  const lines = text.trimEnd().split('\n')
  const [table, key] = [keys.slice(0, -1).join('.'), keys.at(-1)!]
  const tables = tableOfLines(lines)
  const at = lines.findIndex((line, i) => tables[i] === table && keyOf(line) === key)
  if (at >= 0) lines[at] = lines[at]!.replace(assignment, (_, head: string, __, tail: string) => head + literal + tail)
  else insert(lines, tables, table, `${/^[\w-]+$/.test(key) ? key : JSON.stringify(key)} = ${literal}`)
  return `${lines.join('\n')}\n`
}

const assignment = /^(\s*[^=#]+?\s*=\s*)("(?:[^"\\]|\\.)*"|'[^']*'|\[.*\]|[^"'#[{]+?)(\s*(?:#.*)?)$/

function keyOf(line: string): string | undefined {
  const key = assignment.exec(line)?.[1]?.replace('=', '').trim()
  return key?.replace(/^(["'])(.*)\1$/, '$2')
}

/** For each line the dotted name of the table it stands in; null within a list of tables. */
function tableOfLines(lines: readonly string[]): (string | null)[] {
  let table: string | null = ''
  return lines.map((line) => {
    const header = /^\s*\[([^[\]]+)\]\s*(#.*)?$/.exec(line)
    if (header !== null) table = header[1]!.replace(/["'\s]/g, '')
    else if (/^\s*\[\[/.test(line)) table = null
    return table
  })
}

function insert(lines: string[], tables: readonly (string | null)[], table: string, line: string): void {
  let last = tables.lastIndexOf(table)
  if (last < 0 && table !== '') lines.push('', `[${table}]`, line)
  else {
    while (last >= 0 && lines[last]!.trim() === '') last--
    lines.splice(last + 1, 0, line)
  }
}
