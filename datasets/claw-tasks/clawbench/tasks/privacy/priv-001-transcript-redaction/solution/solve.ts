import { readText, writeJson, writeText } from '../../../../../kit/solve.ts'

const email = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g
const phone = /(?<![\w-])[+0][\d ()/-]*\d(?!\w)/g

/** Mask private addresses and numbers, sparing the public ones. */
export default async function solve(): Promise<void> {
  const open = (await readText('public.txt')).split('\n').map((line) => line.trim().toLowerCase())
  const counts = { EMAIL: 0, PHONE: 0 }
  const mask = (found: string, kind: 'EMAIL' | 'PHONE'): string => {
    if (open.includes(found.toLowerCase())) return found
    counts[kind]++
    return `[${kind}]`
  }
  const text = await readText('transcript.txt')
  const made = text
    .replace(email, (found) => mask(found, 'EMAIL'))
    .replace(phone, (found) => (found.replace(/\D/g, '').length < 7 ? found : mask(found, 'PHONE')))
  await writeText('transcript_redacted.txt', made)
  await writeJson('redactions.json', counts)
}
