import { readJson, readTable, writeTable } from '../../../../../kit/solve.ts'

type Span = { start: string; end: string }
type Absences = { day: string; max_covers: number; absent: { teacher: string; from: string; to: string }[] }

const overlap = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end

/** Covers for the lessons of absent teachers, by subject, fairness and name. */
export default async function solve(): Promise<void> {
  const week = (await readTable('timetable.csv', ['lesson', 'subject', 'teacher', 'day', 'start', 'end'])).map(
    (row) => ({
      lesson: Number(row.lesson),
      subject: row.subject!,
      teacher: row.teacher!,
      day: row.day!,
      start: row.start!,
      end: row.end!,
    }),
  )
  const { day, max_covers, absent } = await readJson<Absences>('absences.json')
  const today = week.filter((lesson) => lesson.day === day)
  const away = (teacher: string, span: Span): boolean =>
    absent.some((one) => one.teacher === teacher && overlap({ start: one.from, end: one.to }, span))
  const open = today
    .filter((lesson) => away(lesson.teacher, lesson))
    .sort((a, b) => (a.start === b.start ? a.lesson - b.lesson : a.start < b.start ? -1 : 1))
  const covers: (Span & { teacher: string })[] = []
  const board = open.map((lesson) => {
    const own = (teacher: string) => today.filter((one) => one.teacher === teacher)
    const given = (teacher: string) => covers.filter((one) => one.teacher === teacher)
    const knows = (teacher: string): boolean =>
      week.some((one) => one.teacher === teacher && one.subject === lesson.subject)
    const best = [...new Set(week.map(({ teacher }) => teacher))]
      .filter((teacher) => !away(teacher, lesson) && given(teacher).length < max_covers)
      .filter((teacher) => ![...own(teacher), ...given(teacher)].some((one) => overlap(one, lesson)))
      .sort()
      .sort(
        (a, b) =>
          Number(knows(b)) - Number(knows(a)) || given(a).length - given(b).length || own(a).length - own(b).length,
      )[0]
    if (best !== undefined) covers.push({ teacher: best, start: lesson.start, end: lesson.end })
    return {
      lesson: lesson.lesson,
      start: lesson.start,
      absent: lesson.teacher,
      cover: best ?? 'none',
      knows: best !== undefined && knows(best) ? 'yes' : 'no',
    }
  })
  await writeTable('cover.csv', ['lesson', 'start', 'absent', 'cover', 'knows'], board)
}
