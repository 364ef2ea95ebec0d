/** An event read line by line: its ends as ISO text and as milliseconds (UTC), and every property as written. */
export type Entry = {
  readonly uid: string
  readonly start: string
  readonly end: string
  readonly from: number
  readonly until: number
  readonly summary: string
  readonly location: string
  readonly properties: ReadonlyMap<string, string>
}

const day = 86_400_000

/** The events of a calendar file, alarms inside them skipped; text that is no calendar throws. */
export function entriesOf(text: string): Entry[] {
  const lines = text.replace(/\r?\n[ \t]/g, '').split(/\r?\n/)
  if (lines[0]?.trim() !== 'BEGIN:VCALENDAR') throw new Error('it does not begin with BEGIN:VCALENDAR')
  const entries: Entry[] = []
  const open: string[] = []
  let properties = new Map<string, string>()
  for (const line of lines.map((one) => one.trimEnd()).filter((one) => one !== '')) {
    const [name, value] = propertyOf(line)
    if (name === 'BEGIN') {
      open.push(value)
      if (value === 'VEVENT') properties = new Map()
    } else if (name === 'END') {
      if (open.pop() !== value) throw new Error(`END:${value} closes nothing`)
      if (value === 'VEVENT') entries.push(entryOf(properties))
    } else if (open.at(-1) === 'VEVENT') properties.set(name, value)
  }
  if (open.length > 0) throw new Error(`${open[0]} is not closed`)
  return entries
}

/** What two copies of an event must agree in, whatever order and folding they are written in. */
export function sameness({ uid, start, end, summary, location, properties }: Entry): string {
  const further = ['DESCRIPTION', 'RRULE', 'STATUS', 'TRANSP', 'RECURRENCE-ID'].map(
    (name) => properties.get(name) ?? '',
  )
  return JSON.stringify([uid, start, end, summary, location, ...further])
}

/** Milliseconds of `2026-03-02`, `2026-03-02T09:00`, with seconds, a blank for the T or a Z; NaN for anything else. */
export function momentOf(text: string): number {
  const parts = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d))?)?Z?$/.exec(text.trim())
  if (parts === null) return Number.NaN
  const [year, month, date, hour, minute, second] = parts.slice(1).map((one) => Number(one ?? 0))
  return Date.UTC(year!, month! - 1, date!, hour!, minute!, second!)
}

function propertyOf(line: string): [string, string] {
  const colon = line.replace(/"[^"]*"/g, (quoted) => '_'.repeat(quoted.length)).indexOf(':')
  if (colon < 0) throw new Error(`"${line.slice(0, 40)}" is no property`)
  return [line.slice(0, colon).split(';')[0]!.toUpperCase(), line.slice(colon + 1)]
}

function entryOf(properties: ReadonlyMap<string, string>): Entry {
  const text = (name: string): string => plain(properties.get(name) ?? '')
  const start = isoOf(text('DTSTART'))
  const from = momentOf(start)
  if (Number.isNaN(from)) throw new Error('an event has no DTSTART that can be read')
  const whole = start.length === 10
  const lasts = properties.has('DURATION') ? durationOf(text('DURATION')) : whole ? day : 0
  const end = properties.has('DTEND') ? isoOf(text('DTEND')) : written(from + lasts, start)
  return {
    uid: text('UID'),
    start,
    end,
    from,
    until: momentOf(end),
    summary: text('SUMMARY'),
    location: text('LOCATION'),
    properties,
  }
}

function isoOf(stamp: string): string {
  return stamp.replace(/^(\d{4})(\d\d)(\d\d)/, '$1-$2-$3').replace(/T(\d\d)(\d\d)(\d\d)/, 'T$1:$2:$3')
}

function written(moment: number, like: string): string {
  const iso = new Date(moment).toISOString()
  return like.length === 10 ? iso.slice(0, 10) : `${iso.slice(0, 19)}${like.endsWith('Z') ? 'Z' : ''}`
}

function durationOf(text: string): number {
  const spans: Readonly<Record<string, number>> = { W: 7 * day, D: day, H: 3_600_000, M: 60_000, S: 1000 }
  return [...text.matchAll(/(\d+)([WDHMS])/g)].reduce((sum, [, count, unit]) => sum + Number(count) * spans[unit!]!, 0)
}

function plain(value: string): string {
  return value.replace(/\\([\\,;nN])/g, (_, sign: string) => (sign.toLowerCase() === 'n' ? '\n' : sign))
}
