import { jsonOf } from '../../checks/json.ts'
import { judgeEach } from '../../checks/sourced.ts'
import { type Step, tableOf } from '../../checks/step.ts'

/** One object a row with the columns as keys; amounts are numbers, anything else is the text of the cell. */
export default function check(step: Step): string[] {
  return judgeEach(step, ['.csv'], ['.json'], (source, product) => {
    const { columns, rows } = tableOf(step.before, source)
    const made = jsonOf(step.after, product)
    if (!Array.isArray(made)) return [`${product} is not a list`]
    if (made.length !== rows.length) return [`${product} has ${made.length} items for ${rows.length} rows`]
    const wrong = made.flatMap((item, i) => {
      const keys = Object.keys(item ?? {})
      const unknown = keys.filter((key) => !columns.includes(key))
      const column = columns.find((name) => !fits(rows[i]![name] ?? '', item?.[name]))
      if (unknown.length > 0) return [`item ${i} of ${product} has ${unknown[0]}, which is no column`]
      return column === undefined ? [] : [`item ${i} of ${product} has another ${column}`]
    })
    return wrong.slice(0, 3)
  })
}

function fits(cell: string, value: unknown): boolean {
  const text = cell.trim()
  if (text === '') return value === undefined || value === null || String(value).trim() === ''
  if (typeof value === 'number') return Number(text) === value && !/^[-+]?0\d|^\+/.test(text)
  const amount = /^-?\d+(\.\d+)?$/.test(text) && !/^-?0\d/.test(text) && text.length < 15
  return !amount && String(value).trim() === text
}
