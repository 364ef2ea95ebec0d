const iso = /^(\d{4})-(\d{2})(?:-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?Z?)?)?$/

/** An ISO month, date or time in UTC as days since 1970, null if the text is none. */
export function daysOf(text: string): number | null {
  const found = iso.exec(text.trim())
  if (found === null) return null
  const [year, month, day = 1, hour = 0, minute = 0, second = 0] = found
    .slice(1)
    .map((part) => (part === undefined ? undefined : Number(part)))
  return Date.UTC(year!, month! - 1, day, hour, minute, second) / 86_400_000
}
