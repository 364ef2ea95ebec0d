import { entriesOf, momentOf } from '../../checks/logs.ts'
import { cellNumber } from '../../checks/numbers.ts'
import { judgeProduced, type Step, sourcesOf, tableOf, textOf } from '../../checks/step.ts'

const columns = ['message', 'count', 'first', 'last']

/** Each row counted again in the source; no message missing and none twice. The order of the rows is free. */
export default function check(step: Step): string[] {
  const entries = entriesOf(textOf(step.before, sourcesOf(step, ['.log'])[0]!))
  const errors = entries.filter(({ level }) => level === 'ERROR')
  const distinct = new Set(errors.map(({ message }) => message))
  return judgeProduced(step, ['.csv'], (name) => {
    const table = tableOf(step.after, name)
    const missing = columns.find((column) => !table.columns.includes(column))
    if (missing !== undefined) return [`${name} has no column ${missing}`]
    const told = new Set(table.rows.map((row) => plain(row.message!)))
    if (told.size !== table.rows.length) return [`${name} lists a message twice`]
    if (told.size !== distinct.size) return [`${name} lists ${told.size} messages, the log has ${distinct.size}`]
    return table.rows.flatMap((row) => {
      const times = errors.filter(({ message }) => message === plain(row.message!)).map(({ at }) => at)
      if (times.length === 0) return [`${name} lists "${row.message}", which is no error message of the log`]
      if (cellNumber(row.count) !== times.length) return [`"${row.message}" occurs ${times.length} times`]
      const right = momentOf(row.first!) === Math.min(...times) && momentOf(row.last!) === Math.max(...times)
      return right ? [] : [`the first or last time of "${row.message}" is wrong`]
    })
  })
}

function plain(message: string): string {
  return message.trim().replace(/\s+/g, ' ')
}
