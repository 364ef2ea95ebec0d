import { readText, writeTable, writeText } from '../../../../../kit/solve.ts'

/** Is the last digit right? Every second digit from the right counts twice. */
function checks(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, k) => {
    const value = Number(digit) * (k % 2 === 1 ? 2 : 1)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return sum % 10 === 0
}

/** Replace secrets, mail addresses, card numbers and client addresses in a log, and count them. */
export default async function solve(): Promise<void> {
  const counts = { secret: 0, mail: 0, card: 0, address: 0 }
  const numbers = new Map<string, number>()
  const counted = (kind: keyof typeof counts, text: string): string => {
    counts[kind]++
    return text
  }
  const clean = (await readText('app.log'))
    .replace(/\b(token|password)=[^\s&]*/gi, (_, key: string) => counted('secret', `${key}=***`))
    .replace(/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, (mail) => {
      const key = mail.toLowerCase()
      if (!numbers.has(key)) numbers.set(key, numbers.size + 1)
      return counted('mail', `<mail-${numbers.get(key)}>`)
    })
    .replace(/(?<![\d.])\d(?:[ -]?\d){12,18}(?![\d])/g, (card) => {
      const digits = card.replace(/\D/g, '')
      return checks(digits) ? counted('card', `[card ${digits.slice(-4)}]`) : card
    })
    .replace(/(?<![\d.])(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})(?![\d]|\.\d)/g, (address, ...parts: string[]) => {
      const four = parts.slice(0, 4).map(Number)
      if (four.some((part) => part > 255) || four[0] === 10 || four[0] === 127) return address
      return counted('address', `${four.slice(0, 3).join('.')}.0`)
    })
  await writeText('app.clean.log', clean)
  const rows = Object.entries(counts).map(([kind, count]) => ({ kind, count }))
  await writeTable('redactions.csv', ['kind', 'count'], rows)
}
