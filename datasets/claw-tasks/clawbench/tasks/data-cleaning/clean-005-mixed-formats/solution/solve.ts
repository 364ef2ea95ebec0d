import { readTable, writeTable } from '../../../../../kit/solve.ts'

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** Year, month, day of a date in one of the four styles. */
function parts(text: string): [number, number, number] | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text)
  if (iso) return [Number(iso[1]), Number(iso[2]), Number(iso[3])]
  const dots = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text)
  if (dots) return [Number(dots[3]), Number(dots[2]), Number(dots[1])]
  const slashes = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text)
  if (slashes) return [Number(slashes[3]), Number(slashes[1]), Number(slashes[2])]
  const words = /^(\d{1,2}) ([a-z]{3}) (\d{4})$/i.exec(text)
  return words ? [Number(words[3]), months.indexOf(words[2]!.toLowerCase()) + 1, Number(words[1])] : null
}

/** A date of the calendar as YYYY-MM-DD, or null. */
function dateOf(text: string): string | null {
  const found = parts(text.trim())
  if (found === null) return null
  const [year, month, day] = found
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.toISOString().slice(0, 10) : null
}

/** An amount with two decimals, or null. */
function amountOf(text: string): string | null {
  const bare = text.replace(/€|EUR|\s/g, '')
  const inside = /^\((.*)\)$/.exec(bare)
  const digits = (inside?.[1] ?? bare).replace(/[.,](?=.*[.,])|[.,](?=\d{3,}$)/g, '').replace(',', '.')
  if (!/^-?\d+(\.\d{1,2})?$/.test(digits)) return null
  return (inside ? -Number(digits) : Number(digits)).toFixed(2)
}

/** Unify dates and amounts; unreadable orders are set aside. */
export default async function solve(): Promise<void> {
  const columns = ['order', 'date', 'customer', 'amount']
  const rows = await readTable('orders.csv', columns)
  const read = rows.map((row) => ({ row, date: dateOf(row.date!), amount: amountOf(row.amount!) }))
  const clean = read.flatMap(({ row, date, amount }) => (date && amount ? [{ ...row, date, amount }] : []))
  const rejected = read.flatMap(({ row, date, amount }) => [
    ...(date ? [] : [{ order: row.order!, column: 'date' }]),
    ...(amount ? [] : [{ order: row.order!, column: 'amount' }]),
  ])
  await writeTable('orders_clean.csv', columns, clean)
  await writeTable('rejected.csv', ['order', 'column'], rejected)
}
