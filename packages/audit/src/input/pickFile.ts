import { open } from 'node:fs/promises'
import { basename } from 'node:path'
import { fail } from '@lawbook/base'
import { claudeCode } from './claudeCode.ts'
import { cleaned } from './clean.ts'
import { codex } from './codex.ts'
import { limits } from './limits.ts'
import { openClaw } from './openClaw.ts'
import { isPickRow } from './pickRows.ts'
import { isRecord, jsonOf, keysOf } from './record.ts'
import { type Read, type Row, textOf } from './rows.ts'
import { gatherTurns, type TranscriptFormat, type Turn } from './turns.ts'
import { systemCode } from './walk.ts'

const formats: readonly TranscriptFormat[] = [claudeCode, openClaw, codex]

/** Every form of picks that is known, for an error message. */
export const knownForms = `known are rows {"request" | "text", "picked"}, ${formats.map(({ title }) => title).join(', ')}`

/** What a file holds: rows, the turns of a transcript, or neither; `broken`: lines that are no JSON. */
export type PickFile =
  | { readonly kind: 'rows'; readonly rows: readonly Row<Read<unknown>>[] }
  | { readonly kind: 'turns'; readonly turns: readonly Turn[]; readonly further: number; readonly broken: number }
  | { readonly kind: 'unknown'; readonly first: string }

/** A file of picks. Lines are read one by one, since a transcript may be larger than memory; a JSON list is read whole. */
export async function pickFile(path: string): Promise<PickFile> {
  if (!path.endsWith('.jsonl')) {
    const list = jsonOf(await textOf(path))
    if (Array.isArray(list)) {
      if (!list.some((row) => isRecord(row) && isPickRow(row))) return { kind: 'unknown', first: keysOf(list[0]) }
      return { kind: 'rows', rows: list.map((value, i) => ({ at: `row ${i + 1}`, value: { value } })) }
    }
  }
  try {
    return await linesOf(path)
  } catch (thrown) {
    return fail('LB_INPUT', `${cleaned(basename(path))} cannot be read (${systemCode(thrown)}); name a readable file`)
  }
}

/** After so many lines in no known form the rest of a file is not looked at. */
const patience = 1000

async function linesOf(path: string): Promise<PickFile> {
  const turns = gatherTurns()
  const rows: Row<Read<unknown>>[] = []
  let format: TranscriptFormat | 'rows' | null = null
  let [line, broken] = [0, 0]
  let first = 'nothing: it is empty'
  const file = await open(path)
  try {
    for await (const text of file.readLines()) {
      line++
      if (text.trim() === '') continue
      const value = text.length > limits.lineChars ? undefined : jsonOf(text.replace(/^\uFEFF/, ''))
      if (rows.length === 0) first = value === undefined ? 'a line that is no JSON' : keysOf(value)
      if (value === undefined) broken++
      if (isRecord(value)) format ??= formOf(value)
      if (format === null && rows.length === patience) break
      if (format === null || format === 'rows')
        rows.push({ at: `line ${line}`, value: value === undefined ? { bad: 'it is no JSON' } : { value } })
      else if (isRecord(value)) {
        const event = format.eventOf(value)
        if (event !== null) turns.take(event, line)
      }
    }
  } finally {
    await file.close()
  }
  if (format === null) return { kind: 'unknown', first }
  return format === 'rows' ? { kind: 'rows', rows } : { kind: 'turns', ...turns.end(), broken }
}

const formOf = (row: Readonly<Record<string, unknown>>): TranscriptFormat | 'rows' | null =>
  isPickRow(row) ? 'rows' : (formats.find((one) => one.recognises(row)) ?? null)
