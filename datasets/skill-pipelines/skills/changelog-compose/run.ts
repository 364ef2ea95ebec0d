import { sourceOf } from '../../kit/sources.ts'
import type { Task } from '../../kit/task.ts'
import { outputName, readText, writeBytes } from '../../kit/text.ts'

const headings = new Map([
  ['feat', 'Features'],
  ['fix', 'Fixes'],
  ['docs', 'Documentation'],
])
const rest = 'Other changes'
const commit = /^(?:[0-9a-f]{7,40} )?([a-z]+)(?:\(([^)]*)\))?(!?): (.+)$/i

/** Commit lines as a changelog: features, fixes, documentation, everything else; a text without any such line throws. */
export default async function run(task: Task): Promise<void> {
  const name = await sourceOf(task, ['.txt'])
  const lines = (await readText(name)).split('\n').map((line) => line.trim())
  const filled = lines.filter((line) => line !== '')
  if (!filled.some((line) => commit.test(line))) throw new Error(`${name} has no lines like "fix(api): ..."`)
  const entries = filled.map(entryOf)
  const sections = [...headings.values(), rest].flatMap((heading) => {
    const bullets = entries.filter((entry) => entry.heading === heading).map(({ text }) => `- ${text}`)
    return bullets.length === 0 ? [] : [`## ${heading}\n\n${bullets.join('\n')}`]
  })
  const parts = [`# ${task.input.title ?? 'Changelog'}`, ...sections]
  await writeBytes(outputName(task.input, 'changelog.md'), `${parts.join('\n\n')}\n`)
}

/** Where a line belongs, and what it says there; a line in another form is kept as it is. */
function entryOf(line: string): { heading: string; text: string } {
  const [, type, scope, breaking, subject] = commit.exec(line) ?? []
  if (type === undefined) return { heading: rest, text: line }
  const mark = `${breaking === '!' ? '**Breaking:** ' : ''}${scope ? `**${scope}:** ` : ''}`
  return { heading: headings.get(type.toLowerCase()) ?? rest, text: mark + subject }
}
