import { bytesText, leftIn, letterOf } from '../../checks/mail.ts'
import { type Step, sourcesOf } from '../../checks/step.ts'

/** For each attachment a new file of its own with its content and its name (a number may be added), and no other file. */
export default function check(step: Step): string[] {
  const wanted = sourcesOf(step, ['.eml']).flatMap((name) => letterOf(step.before.get(name)!).attachments)
  const left = leftIn(step, [])
  if (left.length === 0) return ['no new file was produced']
  if (left.length !== wanted.length) return [`${left.length} files were saved, ${wanted.length} are attached`]
  const free = new Set(left)
  return wanted.flatMap(({ name, content }) => {
    const alike = [...free].filter((one) => plain(bytesText(step.after.get(one)!)) === plain(content))
    const found = alike.find((one) => named(one, name))
    if (found !== undefined) free.delete(found)
    if (found !== undefined) return []
    return [alike.length > 0 ? `${name} was saved as ${alike[0]}` : `no new file holds what ${name} holds`]
  })
}

/** Mail does not keep line ends apart. */
function plain(content: string): string {
  return content.replaceAll('\r\n', '\n').trimEnd()
}

function named(file: string, name: string): boolean {
  const base = file.split('/').at(-1)!
  const dot = name.lastIndexOf('.')
  const word = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase()
  if (dot <= 0) return word(base).includes(word(name))
  return word(base).includes(word(name.slice(0, dot))) && base.endsWith(name.slice(dot))
}
