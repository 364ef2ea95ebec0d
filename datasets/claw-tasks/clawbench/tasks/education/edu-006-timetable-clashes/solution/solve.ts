import { readTable, writeTable } from '../../../../../kit/solve.ts'

type Lesson = Record<string, string>

const teachers = ({ teacher }: Lesson): string[] => teacher!.split('/').map((name) => name.trim())
const overlap = (a: Lesson, b: Lesson): boolean => a.day === b.day && a.start! < b.end! && b.start! < a.end!

/** Clashes of teachers, rooms and groups, and rooms that are too small. */
export default async function solve(): Promise<void> {
  const lessons = await readTable('timetable.csv', ['lesson', 'group', 'teacher', 'room', 'day', 'start', 'end'])
  const rooms = await readTable('rooms.csv', ['room', 'seats'])
  const groups = await readTable('groups.csv', ['group', 'size', 'part_of'])
  const line = (name: string): string[] => {
    const above = groups.find(({ group }) => group === name)?.part_of ?? ''
    return [name, ...(above === '' ? [] : line(above))]
  }
  const related = (a: string, b: string): boolean => line(a).includes(b) || line(b).includes(a)
  const found: { kind: string; first: number; second: number | null }[] = []
  for (const a of lessons) {
    const first = Number(a.lesson)
    const size = Number(groups.find(({ group }) => group === a.group)?.size)
    const seats = Number(rooms.find(({ room }) => room === a.room)?.seats)
    if (size > seats) found.push({ kind: 'seats', first, second: null })
    for (const b of lessons.filter((one) => Number(one.lesson) > first && overlap(a, one))) {
      const second = Number(b.lesson)
      if (related(a.group!, b.group!)) found.push({ kind: 'group', first, second })
      if (a.room === b.room) found.push({ kind: 'room', first, second })
      if (teachers(a).some((name) => teachers(b).includes(name))) found.push({ kind: 'teacher', first, second })
    }
  }
  found.sort((a, b) => a.first - b.first || (a.second ?? -1) - (b.second ?? -1) || (a.kind < b.kind ? -1 : 1))
  await writeTable(
    'clashes.csv',
    ['kind', 'first', 'second'],
    found.map((one) => ({ ...one, second: one.second ?? '' })),
  )
}
