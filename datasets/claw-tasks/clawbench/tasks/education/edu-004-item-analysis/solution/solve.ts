import { readJson, readTable, writeTable } from '../../../../../kit/solve.ts'

type Key = { questions: { id: string; correct: string[] }[] }

/** The most frequent text, the first in the alphabet of equals; empty if there is none. */
function commonest(texts: readonly string[]): string {
  const count = (text: string): number => texts.filter((one) => one === text).length
  return [...new Set(texts)].sort().sort((a, b) => count(b) - count(a))[0] ?? ''
}

/** Difficulty, discrimination and distractor of every question. */
export default async function solve(): Promise<void> {
  const rows = await readTable('answers.csv', ['student', 'question', 'answer'])
  const { questions } = await readJson<Key>('key.json')
  const given = new Map(rows.map((row) => [`${row.student} ${row.question}`, row.answer!.trim().toUpperCase()]))
  const students = [...new Set(rows.map((row) => row.student!))].sort()
  const answer = (student: string, id: string): string => given.get(`${student} ${id}`) ?? ''
  const right = (student: string, { id, correct }: Key['questions'][number]): boolean =>
    correct.some((one) => one.toUpperCase() === answer(student, id))
  const total = (student: string): number => questions.filter((question) => right(student, question)).length
  const ranking = students.toSorted((a, b) => total(b) - total(a))
  const size = Math.ceil((students.length * 27) / 100)
  const table = questions.map((question) => {
    const share = (group: readonly string[]): number =>
      group.filter((student) => right(student, question)).length / group.length
    const difficulty = share(students)
    const discrimination = share(ranking.slice(0, size)) - share(ranking.slice(-size))
    const wrong = students.filter((student) => !right(student, question)).map((student) => answer(student, question.id))
    return {
      question: question.id,
      difficulty: difficulty.toFixed(4),
      discrimination: discrimination.toFixed(4),
      distractor: commonest(wrong.filter((one) => one !== '')),
      flag: difficulty < 0.2 || difficulty > 0.9 || discrimination < 0.2 ? 'review' : 'ok',
    }
  })
  await writeTable('results.csv', ['question', 'difficulty', 'discrimination', 'distractor', 'flag'], table)
}
