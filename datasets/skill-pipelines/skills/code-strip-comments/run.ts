import type { Comment } from 'acorn'
import MagicString from 'magic-string'
import { placeOf, type Script, scriptEndings, scriptsOf } from '../../kit/scripts.ts'
import type { Task } from '../../kit/task.ts'
import { writeBytes } from '../../kit/text.ts'

/** Copies of scripts without comments, below the folder stripped. */
export default async function run(task: Task): Promise<void> {
  const scripts = await scriptsOf(task, scriptEndings)
  const place = placeOf(task, scripts, (name) => `stripped/${name}`)
  for (const script of scripts) await writeBytes(place(script), stripped(script))
}

function stripped({ text, comments }: Script): string {
  const rest = new MagicString(text)
  for (const comment of comments) {
    const { start, end, instead } = cutOf(text, comment)
    rest.update(start, end, instead)
  }
  return rest.toString()
}

/**
 * A comment that has its lines to itself goes with them; one that ends a line goes with the blanks before it. Between code
 * a blank or, if the comment was longer than a line, a line end stays, for it may part words or end a statement.
 */
function cutOf(text: string, comment: Comment): { start: number; end: number; instead: string } {
  let { start, end } = comment
  while (text[start - 1] === ' ' || text[start - 1] === '\t') start--
  while (text[end] === ' ' || text[end] === '\t') end++
  const opens = start === 0 || text[start - 1] === '\n'
  const closes = end === text.length || text[end] === '\n'
  if (opens && closes) return { start, end: Math.min(end + 1, text.length), instead: '' }
  if (opens) return { start: comment.start, end, instead: '' }
  return { start, end, instead: closes ? '' : comment.value.includes('\n') ? '\n' : ' ' }
}
