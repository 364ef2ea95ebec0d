import { type Files, filesOf, type Random } from '../seeded.ts'
import { letters, messageText } from './inbox.ts'

/** archive.mbox: ten messages; lines of a body that begin with "From " are guarded by ">" as the format asks. */
export default function make(random: Random): Files {
  const messages = letters.map((letter, i) => {
    const text = messageText(random, letter, i).replaceAll('\r\n', '\n')
    return `From export@example.org Sun Mar 15 06:00:00 2026\n${text.replace(/^>*From /gm, '>$&')}\n`
  })
  return filesOf({ 'archive.mbox': messages.join('') })
}
