import { createHash } from 'node:crypto'
import { judgeFirst } from '../../checks/sourced.ts'
import { type Step, tableOf } from '../../checks/step.ts'

/** Row by row the other columns are as they were, and the named ones hold the keyed hash, worked out from its definition. */
export default function check(step: Step): string[] {
  return judgeFirst(step, ['.csv'], ['.csv'], (source, product) => {
    const { columns, rows } = tableOf(step.before, source)
    const made = tableOf(step.after, product)
    const by = [step.input.by].flat() as string[]
    if (made.rows.length !== rows.length) return [`${product} has ${made.rows.length} rows instead of ${rows.length}`]
    if ([...made.columns].sort().join() !== [...columns].sort().join()) return [`${product} has other columns`]
    const wrong = rows.flatMap((row, i) =>
      columns
        .filter((column) => {
          const cell = row[column] ?? ''
          const wanted = by.includes(column) && cell !== '' ? keyedHash(cell, String(step.input.key)) : cell
          return (made.rows[i]![column] ?? '').trim() !== wanted.trim()
        })
        .map((column) => `row ${i + 1} of ${product} has a wrong ${column}`),
    )
    return wrong.slice(0, 3)
  })
}

/** HMAC (RFC 2104): H(key ^ opad, H(key ^ ipad, text)), with a key longer than the block of 64 bytes hashed first. */
function keyedHash(text: string, key: string): string {
  const bytes = Buffer.from(key)
  const block = Buffer.alloc(64)
  block.set(bytes.length > 64 ? sha256(bytes) : bytes)
  const inner = sha256(Buffer.concat([block.map((byte) => byte ^ 0x36), Buffer.from(text)]))
  return Buffer.from(sha256(Buffer.concat([block.map((byte) => byte ^ 0x5c), inner])))
    .toString('hex')
    .slice(0, 16)
}

function sha256(bytes: Uint8Array): Uint8Array {
  return createHash('sha256').update(bytes).digest()
}
