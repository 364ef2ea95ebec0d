import { linesOf, logLineOf } from '../../kit/logs.ts'
import { sourcesOf } from '../../kit/sources.ts'
import type { Task } from '../../kit/task.ts'
import { outputName, readText, writeBytes } from '../../kit/text.ts'

type Block = { time: string; lines: string[] }

/** Every line of every log in order of time; lines without a time stay below the one before them. */
export default async function run(task: Task): Promise<void> {
  const texts = await Promise.all((await sourcesOf(task, ['.log'])).map(readText))
  const blocks = texts.flatMap(blocksOf).sort((a, b) => (a.time < b.time ? -1 : a.time > b.time ? 1 : 0))
  if (blocks.length === 0) throw new Error('the logs are empty')
  await writeBytes(outputName(task.input, 'merged.log'), `${blocks.flatMap(({ lines }) => lines).join('\n')}\n`)
}

function blocksOf(text: string): Block[] {
  const blocks: Block[] = []
  for (const line of linesOf(text)) {
    const time = logLineOf(line)?.time
    const last = blocks.at(-1)
    if (time === undefined && last !== undefined) last.lines.push(line)
    else blocks.push({ time: time ?? '', lines: [line] })
  }
  return blocks
}
