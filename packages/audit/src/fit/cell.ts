/** What a cell of a number column holds: a number, nothing to count with, or a text that has no place there. */
type CellValue =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'missing' }
  | { readonly kind: 'text'; readonly hint: string }

const number = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i
const missing = /^(|-|\.|n\/?a|nan|null|none|missing|[-+]?inf(inity)?)$/i

/** Read a trimmed cell. NaN and infinities are missing, as is a number too large for a double. */
export function readCell(text: string): CellValue {
  if (missing.test(text)) return { kind: 'missing' }
  if (!number.test(text)) return { kind: 'text', hint: hintFor(text) }
  const value = Number(text)
  return Number.isFinite(value) ? { kind: 'number', value } : { kind: 'missing' }
}

function hintFor(text: string): string {
  if (number.test(text.replace(/\s*%$/, ''))) return 'take the percent sign out and give --percent'
  if (/^-?\d{1,3}([, _']\d{3})+(\.\d+)?$/.test(text)) return 'take the marks between thousands out'
  if (/^-?\d+,\d+$/.test(text)) return 'write a decimal point'
  return 'write a number, or leave the cell empty where it is missing'
}
