import { logOf } from '../../kit/logs.ts'
import { sourceOf } from '../../kit/sources.ts'
import { writeTable } from '../../kit/tables.ts'
import type { Task } from '../../kit/task.ts'
import { outputName, readText } from '../../kit/text.ts'

/** How many characters of an ISO time name the interval, and what makes it a time to the minute again. */
const units: Readonly<Record<string, readonly [number, string]>> = { hour: [13, ':00'], minute: [16, ''] }

/** Lines per interval and level, in order of time, then of level. */
export default async function run(task: Task): Promise<void> {
  const unit = units[task.input.unit ?? 'hour']
  if (unit === undefined) throw new Error(`cannot count per ${task.input.unit}; "unit" is hour or minute`)
  const name = await sourceOf(task, ['.log'])
  const counts = new Map<string, number>()
  for (const { time, level } of logOf(await readText(name), name)) {
    const cell = `${time.slice(0, unit[0])}${unit[1]} ${level}`
    counts.set(cell, (counts.get(cell) ?? 0) + 1)
  }
  const rows = [...counts.keys()].sort().map((cell) => {
    const [time, level] = cell.split(' ')
    return { time: time!, level: level!, count: String(counts.get(cell)) }
  })
  await writeTable(outputName(task.input, 'rate.csv'), { columns: ['time', 'level', 'count'], rows })
}
