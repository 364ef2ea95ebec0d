import { bytesText, leftIn } from '../../checks/mail.ts'
import { type Step, sourcesOf } from '../../checks/step.ts'

/** The mailbox read line by line: as many files as messages, each of them a message as it was sent. */
export default function check(step: Step): string[] {
  const wanted = messagesOf(bytesText(step.before.get(sourcesOf(step, ['.mbox'])[0]!)!))
  const left = leftIn(step, ['.eml'])
  if (left.length === 0) return ['no new .eml was produced']
  if (left.length !== wanted.length) return [`${left.length} messages were written, the mailbox has ${wanted.length}`]
  const free = left.map((name) => [name, bytesText(step.after.get(name)!).trimEnd()] as const)
  return wanted.flatMap((message, i) => {
    const at = free.findIndex(([, text]) => text === message)
    if (at < 0) return [`message ${i + 1} of the mailbox is in no file as it was sent`]
    free.splice(at, 1)
    return []
  })
}

function messagesOf(text: string): string[] {
  const messages: string[][] = []
  let blank = true
  for (const line of text.split('\n')) {
    if (blank && line.startsWith('From ')) messages.push([])
    else messages.at(-1)?.push(/^>+From /.test(line) ? line.slice(1) : line)
    blank = line === ''
  }
  return messages.map((lines) => lines.join('\n').trimEnd())
}
