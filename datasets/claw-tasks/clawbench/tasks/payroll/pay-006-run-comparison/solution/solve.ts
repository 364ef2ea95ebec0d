import { readJson, writeJson, writeTable } from '../../../../../kit/solve.ts'

type Run = { employees: { id: string; lines: { code: string; amount: number }[] }[] }
type Sums = Map<string, number>

/** Cents per code of every employee. */
function sumsOf({ employees }: Run): Map<string, Sums> {
  return new Map(
    employees.map(({ id, lines }) => {
      const sums: Sums = new Map()
      for (const { code, amount } of lines) sums.set(code, (sums.get(code) ?? 0) + Math.round(amount * 100))
      return [id, sums]
    }),
  )
}

/** List what differs between the last run and this one. */
export default async function solve(): Promise<void> {
  const last = sumsOf(await readJson<Run>('last.json'))
  const run = sumsOf(await readJson<Run>('run.json'))
  const both = [...run.keys()].filter((id) => last.has(id)).sort()
  const money = (cents: number): string => (cents / 100).toFixed(2)
  const changes = both.flatMap((employee) => {
    const [old, now] = [last.get(employee)!, run.get(employee)!]
    return [...new Set([...old.keys(), ...now.keys()])]
      .sort()
      .map((code) => ({ code, before: old.get(code) ?? 0, after: now.get(code) ?? 0 }))
      .filter(({ before, after }) => before !== after)
      .map(({ code, before, after }) => ({
        employee,
        code,
        before: money(before),
        after: money(after),
        change: money(after - before),
      }))
  })
  const net = (sums: Sums): number => [...sums.values()].reduce((sum, cents) => sum + cents, 0)
  const flagged = both
    .map((employee) => ({ employee, old: net(last.get(employee)!), now: net(run.get(employee)!) }))
    .filter(({ old, now }) => Math.abs(now - old) * 10 > Math.abs(old))
    .map(({ employee, old, now }) => ({ employee, percent: Math.round(((now - old) / old) * 1000) / 10 }))
  await writeTable('changes.csv', ['employee', 'code', 'before', 'after', 'change'], changes)
  await writeJson('review.json', {
    joined: [...run.keys()].filter((id) => !last.has(id)).sort(),
    left: [...last.keys()].filter((id) => !run.has(id)).sort(),
    flagged,
  })
}
