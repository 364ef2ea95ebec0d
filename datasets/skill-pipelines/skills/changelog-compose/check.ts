import { headingsOf, unmarked } from '../../checks/markdown.ts'
import { wordsOf } from '../../checks/prose.ts'
import { judgeProduced, type Step, sourcesOf, textOf } from '../../checks/step.ts'

type Commit = { readonly type: string; readonly scope: string; readonly breaking: boolean; readonly subject: string }
type Bullet = { readonly heading: string; readonly text: string }

/** What the headings of the three kinds may be called. */
const names: Readonly<Record<string, RegExp>> = { feat: /feat|add|new/i, fix: /fix|bug/i, docs: /doc/i }

/** Every commit is one bullet, with its scope, under a heading of its kind; nothing else is there. */
export default function check(step: Step): string[] {
  return judgeProduced(step, ['.md', '.markdown'], (name) => {
    const lines = textOf(step.before, sourcesOf(step, ['.txt'])[0]!).split('\n')
    const commits = lines.flatMap((line) => (line.trim() === '' ? [] : [commitIn(line.trim())]))
    if (commits.every(({ type }) => type === '')) return ['the source has no lines like "fix(api): ..."']
    const text = textOf(step.after, name)
    const bullets = bulletsIn(text)
    // The longest first, so that no short line takes the bullet of a longer one.
    const reasons = commits
      .sort((a, b) => b.subject.length - a.subject.length)
      .flatMap((commit) => {
        const at = bullets.findIndex((bullet) => says(bullet, commit))
        if (at < 0)
          return [`"${commit.subject}" is missing, has lost its scope or stands under a heading of another kind`]
        bullets.splice(at, 1)
        return []
      })
    const surplus = bullets.map((bullet) => `"${bullet.text}" is no commit, or stands there twice`)
    return [...againstTitle(step.input.title, text), ...reasons, ...surplus, ...againstFurther(text)]
  })
}

function says({ heading, text }: Bullet, { type, scope, breaking, subject }: Commit): boolean {
  const here = Object.keys(names).filter((kind) => names[kind]!.test(heading))
  const alarm = /breaking/i.test(heading)
  const fits = (breaking && alarm) || (Object.hasOwn(names, type) ? here.includes(type) : here.length === 0 && !alarm)
  const said = wordsOf(text.toLowerCase()).join(' ')
  const parts = [subject, scope].map((part) => wordsOf(part.toLowerCase()).join(' ')).filter((part) => part !== '')
  return (
    fits && (!breaking || alarm || /breaking/i.test(text)) && parts.every((part) => ` ${said} `.includes(` ${part} `))
  )
}

function commitIn(line: string): Commit {
  const bare = line.replace(/^[0-9a-f]{7,40} /, '')
  const colon = bare.indexOf(': ')
  const head = /^([a-zA-Z]+)(\([^)]*\))?(!)?$/.exec(bare.slice(0, Math.max(0, colon)))
  if (head === null) return { type: '', scope: '', breaking: false, subject: unmarked(line) }
  const [type, scope] = [head[1]!.toLowerCase(), (head[2] ?? '').slice(1, -1)]
  return { type, scope, breaking: head[3] === '!', subject: unmarked(bare.slice(colon + 2)) }
}

/** The list items of a text, each with the last heading above it. */
function bulletsIn(text: string): Bullet[] {
  let heading = ''
  return text.split('\n').flatMap((line) => {
    if (/^#{1,6} /.test(line)) heading = unmarked(line.replace(/^#+ /, ''))
    const item = /^\s*[-*+] +(.*)$/.exec(line)
    return item === null ? [] : [{ heading, text: unmarked(item[1]!) }]
  })
}

/** Lines that are neither blank nor a heading, with the line below it where there is one, nor a list item. */
function againstFurther(text: string): string[] {
  const lines = text.split('\n').map((line) => line.trim())
  const further = lines.find((line, i) => {
    const underlined = line !== '' && /^(=+|-+)$/.test(lines[i + 1] ?? '')
    return !underlined && !/^(|#{1,6} .*|[-*+] +.*|=+|-+)$/.test(line)
  })
  return further === undefined ? [] : [`"${further}" is neither a commit nor a heading`]
}

function againstTitle(title: unknown, text: string): string[] {
  const first = headingsOf(text)[0]?.text
  if (first === undefined) return ['the changelog has no heading']
  if (title === undefined || wordsOf(first).join(' ') === wordsOf(String(title)).join(' ')) return []
  return [`the changelog has the title "${first}", not "${title}"`]
}
