import { parse } from 'yaml'
import { readTable, readText, writeJson, writeTable } from '../../../../../kit/solve.ts'

type Link = { id: string; wait: number }
type Step = { id: string; days: number; after: Link[] }
type Project = { start: string; holidays: string[]; extra_workdays: string[] }

/** The working day with a number, counted from the first possible day. */
function calendar({ start, holidays, extra_workdays }: Project): (index: number) => string {
  const days: string[] = []
  let at = Date.parse(`${start}T00:00:00Z`)
  return (index) => {
    for (; days.length <= index; at += 86_400_000) {
      const date = new Date(at).toISOString().slice(0, 10)
      const weekday = new Date(at).getUTCDay()
      const works = (weekday >= 1 && weekday <= 5 && !holidays.includes(date)) || extra_workdays.includes(date)
      if (works) days.push(date)
    }
    return days[index]!
  }
}

/** Plan every step as early as possible and say which ones cannot slip. */
export default async function solve(): Promise<void> {
  const rows = await readTable('tasks.csv', ['id', 'days', 'after'])
  const day = calendar(parse(await readText('project.yaml')) as Project)
  const steps: Step[] = rows.map(({ id, days, after }) => ({
    id: id!,
    days: Number(days),
    after: after!
      .split(';')
      .filter(Boolean)
      .map((text) => {
        const [before, wait] = text.trim().split('+')
        return { id: before!, wait: Number(wait ?? 0) }
      }),
  }))
  const byId = new Map(steps.map((step) => [step.id, step]))
  const starts = new Map<string, number>()
  const startOf = (id: string, above: string[] = []): number => {
    const step = byId.get(id)
    if (step === undefined || above.includes(id)) throw new Error(`the step ${id} is unknown or waits for itself`)
    const known = starts.get(id)
    if (known !== undefined) return known
    const start = Math.max(
      0,
      ...step.after.map((link) => startOf(link.id, [...above, id]) + byId.get(link.id)!.days + link.wait),
    )
    starts.set(id, start)
    return start
  }
  const end = Math.max(...steps.map((step) => startOf(step.id) + step.days))
  const latest = (id: string): number =>
    Math.min(
      end - byId.get(id)!.days,
      ...steps.flatMap((step) =>
        step.after.filter((link) => link.id === id).map((link) => latest(step.id) - link.wait - byId.get(id)!.days),
      ),
    )
  const plan = steps.map(({ id, days }) => ({
    id,
    start: day(startOf(id)),
    finish: day(startOf(id) + days - 1),
    slack: latest(id) - startOf(id),
  }))
  await writeTable('plan.csv', ['id', 'start', 'finish', 'slack'], plan)
  const critical = plan.filter(({ slack }) => slack === 0).map(({ id }) => id)
  await writeJson('project.json', {
    finish: day(end - 1),
    working_days: end,
    critical: critical.sort((a, b) => startOf(a) - startOf(b)),
  })
}
