import { readTable, writeTable } from '../../../../../kit/solve.ts'

const hour = 3_600_000
const at = (time: string): number => Date.parse(`${time}:00Z`)
const spelled = (ms: number): string => new Date(ms).toISOString().slice(0, 16)

type Line = { sensor: string; time: string; value: string; filled: string }

/** All hours of one sensor, with holes of at most two hours filled linearly. */
function series(sensor: string, rows: readonly Record<string, string>[]): Line[] {
  const times = rows.map((row) => at(row.time!))
  const known = new Map(rows.filter((row) => row.value!.trim() !== '').map((row) => [at(row.time!), Number(row.value)]))
  const hours = [...known.keys()]
  const lines: Line[] = []
  for (let ms = Math.min(...times); ms <= Math.max(...times); ms += hour) {
    const left = Math.max(...hours.filter((one) => one < ms))
    const right = Math.min(...hours.filter((one) => one > ms))
    const drawn = !known.has(ms) && right - left <= 3 * hour
    const share = (ms - left) / (right - left)
    const value = drawn ? known.get(left)! * (1 - share) + known.get(right)! * share : known.get(ms)
    const text = value === undefined ? '' : String(Math.round(value * 1e4) / 1e4)
    lines.push({ sensor, time: spelled(ms), value: text, filled: drawn ? 'yes' : 'no' })
  }
  return lines
}

/** Hourly series of every sensor. */
export default async function solve(): Promise<void> {
  const rows = await readTable('readings.csv', ['sensor', 'time', 'value'])
  const sensors = [...new Set(rows.map((row) => row.sensor!))].sort()
  const lines = sensors.flatMap((sensor) =>
    series(
      sensor,
      rows.filter((row) => row.sensor === sensor),
    ),
  )
  await writeTable('readings_clean.csv', ['sensor', 'time', 'value', 'filled'], lines)
}
