import { readTable, writeTable, writeText } from '../../../../../kit/solve.ts'

const day = (iso: string): number => Date.parse(`${iso}T00:00:00Z`) / 86_400_000

/** The product-limit table of lifetimes in days, and the median lifetime. */
export default async function solve(): Promise<void> {
  const rows = await readTable('followup.csv', ['pump', 'installed', 'ended', 'reason'])
  const lives = rows.map((row) => ({ days: day(row.ended!) - day(row.installed!), failed: row.reason === 'failed' }))
  if (lives.some(({ days }) => !(days >= 0))) throw new Error('a lifetime is no number of days')
  const times = [...new Set(lives.filter(({ failed }) => failed).map(({ days }) => days))].sort((a, b) => a - b)
  let survival = 1
  const table = times.map((days, k) => {
    const next = times[k + 1] ?? Number.POSITIVE_INFINITY
    const atRisk = lives.filter((life) => life.days >= days).length
    const failures = lives.filter((life) => life.failed && life.days === days).length
    survival *= 1 - failures / atRisk
    return {
      days,
      at_risk: atRisk,
      failures,
      censored: lives.filter((life) => !life.failed && life.days >= days && life.days < next).length,
      survival: survival.toFixed(6),
    }
  })
  await writeTable('survival.csv', ['days', 'at_risk', 'failures', 'censored', 'survival'], table)
  await writeText('median.txt', `${table.find((line) => Number(line.survival) <= 0.5)?.days ?? 'none'}\n`)
}
