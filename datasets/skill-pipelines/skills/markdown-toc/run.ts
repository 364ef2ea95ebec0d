import { marked, type Token, type Tokens } from 'marked'
import { sourceOf } from '../../kit/sources.ts'
import type { Task } from '../../kit/task.ts'
import { outputName, readText, writeBytes } from '../../kit/text.ts'

/** A list of links to the headings of level 2 and 3, put below the main heading or, without one, at the very top. */
export default async function run(task: Task): Promise<void> {
  const name = await sourceOf(task, ['.md', '.markdown'])
  const text = await readText(name)
  const tokens = marked.lexer(text)
  const headings = tokens.filter(isHeading)
  const anchors = anchorsOf(headings.map((heading) => plain(heading.text)))
  const entries = headings.flatMap(({ depth, text }, i) =>
    depth === 2 || depth === 3 ? [`${'  '.repeat(depth - 2)}- [${linkText(text)}](#${anchors[i]})`] : [],
  )
  if (entries.length === 0) throw new Error(`${name} has no headings of level 2 or 3`)
  const first = tokens.find((token) => token.type !== 'space')!
  const top = isHeading(first) && first.depth === 1 ? text.slice(0, text.indexOf(first.raw) + first.raw.length) : ''
  const parts = [top.trim(), 'Contents:', entries.join('\n'), text.slice(top.length).trim()]
  await writeBytes(outputName(task.input, 'with-contents.md'), `${parts.filter((part) => part !== '').join('\n\n')}\n`)
}

function isHeading(token: Token): token is Tokens.Heading {
  return token.type === 'heading'
}

/** As GitHub makes them: small letters, no punctuation, blanks as dashes, -1, -2 ... after repeated ones. */
function anchorsOf(headings: readonly string[]): string[] {
  const seen = new Map<string, number>()
  return headings.map((heading) => {
    const anchor = heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replace(/\s/g, '-')
    const times = seen.get(anchor) ?? 0
    seen.set(anchor, times + 1)
    return times === 0 ? anchor : `${anchor}-${times}`
  })
}

function plain(heading: string): string {
  return linkText(heading).replace(/[*`]/g, '')
}

/** Links inside a link are not allowed: their text stays. */
function linkText(heading: string): string {
  return heading.replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
}
