import { readJson, readTable, writeTable } from '../../../../../kit/solve.ts'

type Key = { penalty: number; questions: { id: string; correct: string[]; points: number }[] }

const bare = (answer: string): string => answer.trim().toLowerCase()

/** Counts and penalised scores of all students. */
export default async function solve(): Promise<void> {
  const rows = await readTable('answers.csv', ['student', 'question', 'answer'])
  const key = await readJson<Key>('key.json')
  const last = new Map(rows.map((row) => [`${row.student} ${row.question}`, bare(row.answer!)]))
  const students = [...new Set(rows.map((row) => row.student!))].sort()
  const results = students.map((student) => {
    const result = { student, right: 0, wrong: 0, blank: 0, score: 0 }
    for (const { id, correct, points } of key.questions) {
      const answer = last.get(`${student} ${id}`) ?? ''
      if (answer === '') result.blank++
      else if (correct.map(bare).includes(answer)) {
        result.right++
        result.score += points
      } else {
        result.wrong++
        result.score -= key.penalty * points
      }
    }
    return { ...result, score: Math.max(0, Math.round(result.score * 1000) / 1000) }
  })
  await writeTable('results.csv', ['student', 'right', 'wrong', 'blank', 'score'], results)
}
