import { type Row, tableReasons } from '../../checks/rows.ts'
import { judgeProduced, type Step, sourcesOf, tableOf } from '../../checks/step.ts'

const empties = new Set(['', 'n/a', 'na', 'null', 'none', '-'])

/** The filled rows of the source, each cell what a careful typist would have written. */
export default function check(step: Step): string[] {
  return judgeProduced(step, ['.csv'], (name) => {
    const source = tableOf(step.before, sourcesOf(step, ['.csv'])[0]!)
    const product = tableOf(step.after, name)
    const columns = source.columns.map((column) => column.trim())
    const rows = source.rows
      .map((row) => Object.fromEntries(columns.map((column, i) => [column, tidy(row[source.columns[i]!])])))
      .filter((row) => Object.values(row).some((cell) => cell !== ''))
    return [...stray(name, product.rows), ...tableReasons(name, product, { columns, rows })]
  })
}

function stray(name: string, rows: readonly Row[]): string[] {
  const cell = rows.flatMap((row) => Object.values(row)).find((one) => one !== one.trim())
  return cell === undefined ? [] : [`${name} has blanks around "${cell}"`]
}

/** The number that an amount stands for, or the words as they are. */
function tidy(cell: string | undefined): string {
  const text = (cell ?? '').trim()
  if (empties.has(text.toLowerCase())) return ''
  const signs = text.split(/[$€£]/).length - 1
  const plain = text.replace(/[$€£]/, '').trim()
  const groups = plain.replace(/^[-+]/, '').split('.')[0]!.split(',')
  const grouped = groups.every((group, i) =>
    i === 0 ? group.length > 0 && (groups.length === 1 || group.length < 4) : group.length === 3,
  )
  const digits = plain.replaceAll(',', '')
  return signs < 2 && grouped && signs + groups.length > 1 && /^[-+]?\d+(\.\d+)?$/.test(digits) ? digits : text
}
