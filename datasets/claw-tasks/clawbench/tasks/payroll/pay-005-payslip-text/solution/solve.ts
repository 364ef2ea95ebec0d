import { readJson, writeText } from '../../../../../kit/solve.ts'

type Line = { text: string; amount: number }
type Run = { period: string; employees: { id: string; name: string; lines: Line[] }[] }
const row = (text: string, cents: number): string =>
  text.slice(0, 24).padEnd(24) + (cents / 100).toFixed(2).padStart(12)

/** Write a fixed-width slip for everybody with an amount. */
export default async function solve(): Promise<void> {
  const { period, employees } = await readJson<Run>('run.json')
  for (const { id, name, lines } of employees) {
    const amounts = lines.map(({ text, amount }) => ({ text, cents: Math.round(amount * 100) }))
    const shown = [...amounts.filter(({ cents }) => cents > 0), ...amounts.filter(({ cents }) => cents < 0)]
    if (shown.length === 0) continue
    const slip = [
      `PAYSLIP ${period}`,
      `${name} (${id})`,
      '',
      ...shown.map(({ text, cents }) => row(text, cents)),
      '-'.repeat(36),
      row(
        'Net pay',
        shown.reduce((sum, { cents }) => sum + cents, 0),
      ),
    ]
    await writeText(`payslips/${id}.txt`, `${slip.join('\n')}\n`)
  }
}
