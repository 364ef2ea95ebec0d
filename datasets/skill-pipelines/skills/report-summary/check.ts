import { headingsOf } from '../../checks/markdown.ts'
import { cellNumber } from '../../checks/numbers.ts'
import { wordsOf } from '../../checks/prose.ts'
import { holdsNumber } from '../../checks/reported.ts'
import { judgeProduced, type Step, sourcesOf, tableOf, textOf } from '../../checks/step.ts'

type Row = Readonly<Record<string, string>>

/**
 * A title, the number of rows, each column named, each total beside its column, each group beside its size and totals in a
 * line that names no other group.
 */
export default function check(step: Step): string[] {
  return judgeProduced(step, ['.md', '.markdown'], (name) => {
    const { columns, rows } = tableOf(step.before, sourcesOf(step, ['.csv'])[0]!)
    const by = [step.input.by ?? []].flat() as string[]
    const text = textOf(step.after, name)
    const lines = text.split('\n').map((line) => line.replaceAll('\\|', '|'))
    const numeric = columns.filter((column) => !by.includes(column) && isNumeric(rows, column))
    const lost = columns.find((column) => !lines.some((line) => line.includes(column)))
    return [
      ...againstTitle(step.input.title, text),
      ...(lines.some((line) => /row|record|entr/i.test(line) && holdsNumber(line, rows.length))
        ? []
        : [`${name} does not say that there are ${rows.length} rows`]),
      ...(lost === undefined ? [] : [`${name} does not name the column ${lost}`]),
      ...numeric.flatMap((column) => againstTotal(lines, column, totalOf(rows, column))),
      ...by.flatMap((column) => againstGroups(lines, rows, column, numeric)),
    ]
  })
}

function againstTitle(title: unknown, text: string): string[] {
  const headings = headingsOf(text).map((heading) => wordsOf(heading.text).join(' '))
  if (headings.length === 0) return ['the report has no heading']
  if (title === undefined || headings.includes(wordsOf(String(title)).join(' '))) return []
  return [`the report has no heading "${title}"`]
}

function againstTotal(lines: readonly string[], column: string, total: number): string[] {
  const found = lines.some((line) => line.includes(column) && holdsNumber(line, total))
  return found ? [] : [`the total ${total} of ${column} is missing`]
}

function againstGroups(
  lines: readonly string[],
  rows: readonly Row[],
  column: string,
  numeric: readonly string[],
): string[] {
  const groups = new Map<string, Row[]>()
  for (const row of rows) groups.set(row[column] ?? '', [...(groups.get(row[column] ?? '') ?? []), row])
  return [...groups].flatMap(([group, members]) => {
    const values = [members.length, ...numeric.map((one) => totalOf(members, one))]
    const others = [...groups.keys()].filter((other) => !group.includes(other) && Number.isNaN(cellNumber(other)))
    const found = lines.some((line) => {
      const rest = line.replaceAll(group, ' ')
      const own = line.includes(group) && !others.some((other) => rest.includes(other))
      return own && values.every((value) => holdsNumber(line, value))
    })
    return found ? [] : [`the group "${group}" is not there with its ${members.length} rows and its totals`]
  })
}

function isNumeric(rows: readonly Row[], column: string): boolean {
  const filled = rows.filter((row) => (row[column] ?? '').trim() !== '')
  return filled.length > 0 && !filled.some((row) => Number.isNaN(cellNumber(row[column])))
}

function totalOf(rows: readonly Row[], column: string): number {
  let total = 0
  for (const row of rows) if (!Number.isNaN(cellNumber(row[column]))) total += cellNumber(row[column])
  return total
}
