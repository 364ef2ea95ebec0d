/** The words of a log line before its message, split at blanks; null where it does not begin with a time and a level. */
export type Entry = { readonly at: number; readonly stamp: string; readonly level: string; readonly message: string }

export function entryOf(line: string): Entry | null {
  const words = line.replace(/^(\d{4}-\d\d-\d\d) (?=\d)/, '$1T').split(/\s+/)
  const at = momentOf(words[0]!)
  if (Number.isNaN(at) || words[0]!.length < 19 || !/^[A-Z]+$/.test(words[1] ?? '')) return null
  const message = words.slice(2).join(' ')
  return { at, stamp: words[0]!, level: words[1]!, message }
}

export function entriesOf(text: string): Entry[] {
  return fullLines(text)
    .map(entryOf)
    .filter((entry) => entry !== null)
}

/** Lines that are not blank. */
export function fullLines(text: string): string[] {
  return text.split('\n').filter((line) => line.trim() !== '')
}

/** Milliseconds of an ISO date, or date and time to the hour, minute or second, read as UTC; NaN for anything else. */
export function momentOf(text: string): number {
  const parts = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d)(?::(\d\d)(?::(\d\d)(\.\d+)?)?)?)?Z?$/.exec(text.trim())
  if (parts === null) return Number.NaN
  const [year, month, day, hour, minute, second, part] = parts.slice(1).map((one) => Number(one ?? 0))
  return Date.UTC(year!, month! - 1, day!, hour!, minute!, second!) + part! * 1000
}

/** The first moment after what `text` names: the next day for a date, the next minute for a date with a minute, ... */
export function endOf(text: string): number {
  const written = text.trim().replace(/Z$/, '').length
  const span = written <= 10 ? 86_400_000 : written <= 13 ? 3_600_000 : written <= 16 ? 60_000 : 1000
  return momentOf(text) + span
}
