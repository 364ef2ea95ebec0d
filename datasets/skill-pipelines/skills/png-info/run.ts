import { readFile } from 'node:fs/promises'
import { decode } from 'fast-png'
import { readPicture } from '../../kit/images.ts'
import { sourcesOf } from '../../kit/sources.ts'
import type { Task } from '../../kit/task.ts'
import { numberText, outputName, writeBytes } from '../../kit/text.ts'

/** Size, channels and mean colour of a picture, or of each of several. */
export default async function run(task: Task): Promise<void> {
  const facts = []
  for (const name of await sourcesOf(task, ['.png'])) facts.push(await factsOf(name))
  await writeBytes(
    outputName(task.input, 'info.json'),
    `${JSON.stringify(facts.length === 1 ? facts[0] : facts, null, 2)}\n`,
  )
}

async function factsOf(file: string): Promise<object> {
  const { palette, channels } = decode(await readFile(file))
  const { width, height, data } = await readPicture(file)
  const sums = [0, 0, 0]
  let cover = 0
  for (let at = 0; at < data.length; at += 4) {
    cover += data[at + 3]!
    for (let c = 0; c < 3; c++) sums[c]! += data[at + c]! * data[at + 3]!
  }
  const [red, green, blue] = sums.map((sum) => (cover === 0 ? null : Number(numberText(sum / cover))))
  return { file, width, height, channels: palette?.[0]?.length ?? channels, mean: { red, green, blue } }
}
