import { readJson, readTable, writeTable, writeText } from '../../../../../kit/solve.ts'

type Rubric = {
  levels: string[]
  moderator: string
  criteria: { id: string; weight: number; required: boolean }[]
  cap: number
  late_per_day: number
  late_most: number
}

const minute = (time: string): number => Date.parse(`${time}:00Z`) / 60_000
const one = (value: number): string => (Math.floor(value * 10 + 0.5 + 1e-9) / 10).toFixed(1)

/** The points of a criterion, or why it has none. */
function settled(rows: readonly Record<string, string>[], { levels, moderator }: Rubric): number | 'apart' | 'single' {
  const points = (row: Record<string, string>): number => levels.indexOf(row.level!)
  const [a, b] = rows.filter(({ rater }) => rater !== moderator).map(points)
  const chair = rows.find(({ rater }) => rater === moderator)
  if (a === undefined || b === undefined) return 'single'
  if (Math.abs(a - b) <= 1) return (a + b) / 2
  return chair === undefined ? 'apart' : points(chair)
}

/** Marks, escalations and feedback from two raters, a moderator and the clock. */
export default async function solve(): Promise<void> {
  const rubric = await readJson<Rubric>('rubric.json')
  const ratings = await readTable('ratings.csv', ['work', 'criterion', 'rater', 'level'])
  const works = await readTable('submissions.csv', ['work', 'student', 'due', 'handed_in'])
  const extensions = await readJson<Record<string, number>>('extensions.json')
  const highest = rubric.criteria.reduce((sum, { weight }) => sum + weight * (rubric.levels.length - 1), 0)
  const escalations: { work: string; criterion: string; reason: string }[] = []
  const marks: { student: string; raw: string; deduction: string; mark: string }[] = []
  for (const { work, student, due, handed_in } of works) {
    const results = rubric.criteria.map((criterion) => {
      const own = ratings.filter((row) => row.work === work && row.criterion === criterion.id)
      return { ...criterion, points: settled(own, rubric) }
    })
    const known = results.flatMap(({ points, ...rest }) => (typeof points === 'number' ? [{ ...rest, points }] : []))
    if (known.length < results.length) {
      for (const { id, points } of results)
        if (typeof points === 'string') escalations.push({ work: work!, criterion: id, reason: points })
      continue
    }
    const raw = (known.reduce((sum, { weight, points }) => sum + weight * points, 0) / highest) * 100
    const late = (minute(handed_in!) - minute(due!)) / 1440 - (extensions[student!] ?? 0)
    const deduction = Math.min(rubric.late_most, Math.max(0, Math.ceil(late)) * rubric.late_per_day)
    const capped = known.some(({ required, points }) => required && points < 2)
    const mark = Math.min(capped ? rubric.cap : 100, Math.max(0, raw - deduction))
    marks.push({ student: student!, raw: one(raw), deduction: one(deduction), mark: one(mark) })
    const lines = [...known.map(({ id, points }) => `${id}: ${points}`), `mark: ${one(mark)}`]
    await writeText(`feedback/${student}.txt`, `${lines.join('\n')}\n`)
  }
  marks.sort((a, b) => (a.student < b.student ? -1 : 1))
  await writeTable('marks.csv', ['student', 'raw', 'deduction', 'mark'], marks)
  await writeTable('escalations.csv', ['work', 'criterion', 'reason'], escalations)
}
