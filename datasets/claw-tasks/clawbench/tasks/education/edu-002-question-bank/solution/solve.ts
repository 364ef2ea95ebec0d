import { readText, writeJson } from '../../../../../kit/solve.ts'

type Option = { letter: string; text: string; correct: boolean }
type Question = { number: number; text: string; points: number; options: Option[]; feedback: string | null }

/** Parse the text question bank line by line. */
export default async function solve(): Promise<void> {
  const lines = (await readText('quiz.txt')).split(/\r?\n/)
  let title = ''
  const questions: Question[] = []
  for (const line of lines) {
    const question = questions.at(-1)
    const start = /^(\d+)\)\s*(?:\[(\d+)p\])?\s*(.*)$/.exec(line)
    const option = /^\s*(\*?)\s*([a-z])\.\s+(.*)$/.exec(line)
    const feedback = /^\s*>\s*(.*)$/.exec(line)
    if (line.trim() === '' || line.startsWith('--')) continue
    if (line.startsWith('# ')) title = line.slice(2).trim()
    else if (start)
      questions.push({
        number: Number(start[1]),
        text: start[3]!.trim(),
        points: Number(start[2] ?? 1),
        options: [],
        feedback: null,
      })
    else if (question === undefined) throw new Error(`a line before the first question: ${line}`)
    else if (option) question.options.push({ letter: option[2]!, text: option[3]!.trim(), correct: option[1] === '*' })
    else if (feedback) question.feedback = `${question.feedback ?? ''} ${feedback[1]!.trim()}`.trim()
    else {
      const last = question.feedback === null ? (question.options.at(-1) ?? question) : null
      if (last === null) question.feedback += ` ${line.trim()}`
      else last.text += ` ${line.trim()}`
    }
  }
  const kind = ({ options }: Question): string =>
    options.filter(({ correct }) => correct).length > 1 ? 'multiple' : 'single'
  await writeJson('quiz.json', { title, questions: questions.map((one) => ({ ...one, kind: kind(one) })) })
}
