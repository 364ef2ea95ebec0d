import { readJson, readTable, writeJson, writeTable } from '../../../../../kit/solve.ts'

type Limits = Record<string, { min: number; max: number }>
const flags = ['ok', 'missing', 'range', 'unknown'] as const

function flagOf(sensor: string, cell: string, limits: Limits): (typeof flags)[number] {
  const value = cell.trim() === '' ? Number.NaN : Number(cell)
  if (Number.isNaN(value) || value === -999) return 'missing'
  const limit = limits[sensor]
  if (limit === undefined) return 'unknown'
  return value < limit.min || value > limit.max ? 'range' : 'ok'
}

/** Flag every reading, blank those that are not ok, and count the flags. */
export default async function solve(): Promise<void> {
  const rows = await readTable('readings.csv', ['sensor', 'time', 'value'])
  const limits = await readJson<Limits>('limits.json')
  const flagged = rows.map(({ sensor, time, value }) => {
    const flag = flagOf(sensor!, value!, limits)
    return { sensor: sensor!, time: time!, value: flag === 'ok' ? value! : '', flag }
  })
  await writeTable('readings_clean.csv', ['sensor', 'time', 'value', 'flag'], flagged)
  const count = (flag: string): number => flagged.filter((row) => row.flag === flag).length
  await writeJson('flags.json', Object.fromEntries(flags.map((flag) => [flag, count(flag)])))
}
