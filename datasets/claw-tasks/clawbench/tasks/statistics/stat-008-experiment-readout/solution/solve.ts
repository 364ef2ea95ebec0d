import { readJson, readTable, writeJson, writeTable, writeText } from '../../../../../kit/solve.ts'

type Metric = { name: string; good: 'up' | 'down' }
type Plan = {
  arms: [string, string]
  window_days: number
  alpha: number
  primary: string
  metrics: Metric[]
  staff: string[]
}
type User = { user: string; arm: string; from: number }

const day = (iso: string): number => Date.parse(`${iso}T00:00:00Z`) / 86_400_000
const round = (value: number): number => Math.round(value * 1e6) / 1e6

/** Two-sided tail of the standard normal: Simpson's rule from 0 to |z|. */
function twoSided(z: number): number {
  const steps = 2000
  const width = Math.abs(z) / steps
  let area = 0
  for (let k = 0; k <= steps; k++)
    area += (k === 0 || k === steps ? 1 : k % 2 === 1 ? 4 : 2) * Math.exp((-k * width * k * width) / 2)
  return 1 - (2 * area * width) / 3 / Math.sqrt(2 * Math.PI)
}

/** Holm: the k-th smallest of m times m - k + 1, never falling, at most 1. */
function holm(values: readonly number[]): number[] {
  const order = values.map((_, k) => k).sort((a, b) => values[a]! - values[b]!)
  let floor = 0
  const adjusted = values.map(() => 0)
  order.forEach((at, k) => {
    floor = Math.min(1, Math.max(floor, values[at]! * (values.length - k)))
    adjusted[at] = floor
  })
  return adjusted
}

/** Exclusions, windowed successes, corrected tests and the decision of a preregistered two-arm experiment. */
export default async function solve(): Promise<void> {
  const plan = await readJson<Plan>('plan.json')
  const assigned = await readTable('assignments.csv', ['user', 'arm', 'date'])
  const outcomes = await readTable('outcomes.csv', ['user', 'date', 'metric'])
  const users: User[] = []
  const excluded: { user: string; reason: string }[] = []
  for (const user of new Set(assigned.map((row) => row.user!))) {
    const own = assigned.filter((row) => row.user === user)
    if (plan.staff.includes(user)) excluded.push({ user, reason: 'staff' })
    else if (new Set(own.map((row) => row.arm)).size > 1) excluded.push({ user, reason: 'crossed' })
    else users.push({ user, arm: own[0]!.arm!, from: Math.min(...own.map((row) => day(row.date!))) })
  }
  const size = (arm: string): number => users.filter((one) => one.arm === arm).length
  const did = (one: User, metric: string): boolean =>
    outcomes.some((row) => {
      const since = day(row.date!) - one.from
      return row.user === one.user && row.metric === metric && since >= 0 && since < plan.window_days
    })
  const [base, other] = plan.arms
  const tested = plan.metrics.map(({ name, good }) => {
    const count = (arm: string): number => users.filter((one) => one.arm === arm && did(one, name)).length
    const [a, b, na, nb] = [count(base), count(other), size(base), size(other)]
    const pooled = (a + b) / (na + nb)
    const difference = b / nb - a / na
    const z = difference / Math.sqrt(pooled * (1 - pooled) * (1 / na + 1 / nb))
    return { name, good, successes: { [base]: a, [other]: b }, difference, z, p: twoSided(z) }
  })
  const adjusted = holm(tested.map(({ p }) => p))
  const metrics = tested.map((one, k) => ({ ...one, p_holm: adjusted[k]!, significant: adjusted[k]! <= plan.alpha }))
  const better = (one: { good: string; difference: number }): boolean => one.difference > 0 === (one.good === 'up')
  const won = metrics.some((one) => one.name === plan.primary && one.significant && better(one))
  const lost = metrics.some((one) => one.significant && !better(one))
  await writeTable('excluded.csv', ['user', 'reason'], excluded)
  await writeText('decision.txt', won && !lost ? 'ship\n' : 'keep\n')
  await writeJson('analysis.json', {
    users: { [base]: size(base), [other]: size(other) },
    metrics: metrics.map(({ good: _, difference, z, p, p_holm, ...one }) => ({
      ...one,
      difference: round(difference),
      z: round(z),
      p: round(p),
      p_holm: round(p_holm),
    })),
  })
}
