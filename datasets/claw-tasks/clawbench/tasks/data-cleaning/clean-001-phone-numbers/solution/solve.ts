import { readTable, writeTable, writeText } from '../../../../../kit/solve.ts'

const columns = ['id', 'name', 'phone', 'email', 'updated']

/** A telephone number as a plus sign and digits; null if it cannot be repaired. */
function international(phone: string): string | null {
  if (/\p{L}/u.test(phone)) return null
  const bare = phone.trim().replace('(0)', '')
  const digits = bare.replace(/\D/g, '')
  const full = bare.startsWith('+') ? `+${digits}` : digits.replace(/^00/, '+').replace(/^0/, '+49')
  return full.startsWith('+') && full.length > 8 ? full : null
}

/** Rewrite the phone column and list the ids of numbers beyond repair. */
export default async function solve(): Promise<void> {
  const rows = await readTable('contacts.csv', columns)
  const given = (phone: string): boolean => phone.trim() !== ''
  const clean = rows.map((row) => ({ ...row, phone: given(row.phone!) ? (international(row.phone!) ?? '') : '' }))
  const lost = rows.filter((row) => given(row.phone!) && international(row.phone!) === null)
  await writeTable('contacts_clean.csv', columns, clean)
  await writeText('unusable.txt', lost.map((row) => `${row.id}\n`).join(''))
}
