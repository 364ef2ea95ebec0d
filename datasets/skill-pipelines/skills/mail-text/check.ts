import { addressesIn, type Letter, letterOf, mailMoment } from '../../checks/mail.ts'
import { judgeProduced, type Step, sourcesOf, textOf } from '../../checks/step.ts'

const header = /^(Date|From|To|Cc|Subject|Attachments):\s*(.*)$/

/** The headers of the messages in their order, and between them their bodies with nothing lost or added. */
export default function check(step: Step): string[] {
  const letters = sourcesOf(step, ['.eml']).map((name) => letterOf(step.before.get(name)!))
  const wanted = letters.flatMap(({ text, html }) => wordsOf(text.trim() === '' ? html.replace(/<[^>]*>/g, '') : text))
  return judgeProduced(step, ['.txt', '.md'], (name) => {
    const lines = textOf(step.after, name).split('\n')
    const body = wordsOf(lines.filter((line) => !header.test(line)).join('\n'))
    const at = wanted.findIndex((word, i) => word !== body[i])
    if (at >= 0) return [`${name} lacks "${wanted.slice(at, at + 5).join(' ')}" where it should stand`]
    if (body.length > wanted.length) return [`${name} holds more than the messages: ${body[wanted.length]}`]
    return ['Date', 'From', 'To', 'Subject'].flatMap((key) => {
      const told = lines.flatMap((line) => (header.exec(line)?.[1] === key ? [header.exec(line)![2]!] : []))
      const meant = letters.map(({ headers }) => headers.get(key.toLowerCase()) ?? '').filter((one) => one !== '')
      const right = told.length === meant.length && told.every((one, i) => same(key, one, meant[i]!))
      return right ? [] : [`the lines "${key}:" of ${name} are not those of the messages`]
    })
  })
}

/** What is read, without line ends and without lines of dashes. */
function wordsOf(text: Letter['text']): string[] {
  const lines = text.split('\n').filter((line) => !/^\s*([-=*_#])\1{2,}\s*$/.test(line) && !header.test(line))
  return lines
    .join(' ')
    .split(/\s+/)
    .filter((word) => word !== '')
}

function same(key: string, told: string, meant: string): boolean {
  if (key === 'Date') return mailMoment(told) === mailMoment(meant)
  if (key === 'Subject') return told.trim() === meant.trim()
  return JSON.stringify(addressesIn(told).sort()) === JSON.stringify(addressesIn(meant).sort())
}
