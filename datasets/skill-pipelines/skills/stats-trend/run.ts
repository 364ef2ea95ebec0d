import { linearRegression, linearRegressionLine, min, rSquared } from 'simple-statistics'
import { daysOf } from '../../kit/days.ts'
import { writeJson } from '../../kit/json.ts'
import { numbersOf, pairsOf, rounded } from '../../kit/samples.ts'
import { sourceOf } from '../../kit/sources.ts'
import { columnOf, numberOf, readTable, type Table } from '../../kit/tables.ts'
import type { Task } from '../../kit/task.ts'
import { outputName, required } from '../../kit/text.ts'

/** The least-squares line of y on x; dates count in days from the earliest. */
export default async function run(task: Task): Promise<void> {
  const table = await readTable(await sourceOf(task, ['.csv']))
  const [x, y] = [String(required(task.input.x, 'x')), String(required(task.input.y, 'y'))]
  numbersOf(table, y)
  const points = pointsOf(table, x, y)
  if (new Set(points.map(([at]) => at)).size < 2) throw new Error(`column "${x}" has no two different values to fit to`)
  const line = linearRegression(points)
  const level = new Set(points.map(([, value]) => value)).size < 2
  const figures = {
    x,
    y,
    slope: rounded(line.m),
    intercept: rounded(line.b),
    r2: level ? null : rounded(rSquared(points, linearRegressionLine(line))),
    n: points.length,
  }
  await writeJson(outputName(task.input, 'trend.json'), figures)
}

function pointsOf(table: Table, x: string, y: string): [number, number][] {
  const column = columnOf(table, x)
  if (table.rows.some((row) => numberOf(row[column]) !== null)) return pairsOf(table, x, y)
  const dated = table.rows.flatMap((row) => {
    const [day, value] = [daysOf(row[column] ?? ''), numberOf(row[y])]
    return day === null || value === null ? [] : [[day, value] as [number, number]]
  })
  if (dated.length === 0) throw new Error(`column "${x}" holds neither numbers nor ISO dates`)
  const first = min(dated.map(([day]) => day))
  return dated.map(([day, value]) => [day - first, value])
}
