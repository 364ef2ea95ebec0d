import type { Services } from './services.ts'

type Part = keyof Services
type Fields = { [name: string]: unknown }

/**
 * A part as an agent left it, with what is plain from the rest filled in, so that it is not lost as a whole: numbers
 * and blanks in cells become texts; lists of addresses become one text; a mail has a `cc` and a `date`, an event a
 * `uid`, a `description` and a `location`, a row an `id`; times of changed events are written as 2027-06-09T09:30:00.
 * What is of another shape is left as it is.
 */
export function filledIn(part: Part, value: unknown, before: Services): unknown {
  if (!isFields(value)) return value
  if (part === 'email') return { ...value, mail: each(value.mail, mail) }
  if (part === 'notion') return { ...value, databases: each(value.databases, database) }
  if (part === 'sheets') return { ...value, spreadsheets: each(value.spreadsheets, spreadsheet) }
  const told = new Set(
    before.calendar.calendars.flatMap(({ events }) => events.flatMap(({ dtstart, dtend }) => [dtstart, dtend])),
  )
  return { ...value, calendars: each(value.calendars, (one) => ({ ...one, events: events(one.events, told) })) }
}

function mail(one: Fields): Fields {
  const filled = { ...one, cc: one.cc ?? '', date: one.date ?? '' }
  return { ...filled, to: joined(one.to), cc: joined(filled.cc) }
}

function joined(addresses: unknown): unknown {
  return Array.isArray(addresses) ? addresses.join(', ') : addresses
}

function database(one: Fields): Fields {
  const name = (number: number): string => `${one.id}-row${number}`
  return { ...one, rows: named(one.rows, 'id', name) }
}

function spreadsheet(one: Fields): Fields {
  if (!isFields(one.values)) return one
  const tabs = Object.entries(one.values).map(([tab, rows]) => [tab, Array.isArray(rows) ? rows.map(cells) : rows])
  return { ...one, values: Object.fromEntries(tabs) }
}

function cells(row: unknown): unknown {
  if (!Array.isArray(row)) return row
  return row.map((cell) => (cell === null ? '' : typeof cell === 'number' ? String(cell) : cell))
}

function events(value: unknown, told: ReadonlySet<unknown>): unknown {
  const filled = each(value, (one) => ({
    ...one,
    dtstart: time(one.dtstart, told),
    dtend: time(one.dtend, told),
    description: one.description ?? '',
    location: one.location ?? '',
  }))
  return named(filled, 'uid', (number) => `event${number}`)
}

/** A T for a blank, no zone for UTC; a time that stood so before the turn is nobody's mistake. */
function time(value: unknown, told: ReadonlySet<unknown>): unknown {
  if (typeof value !== 'string' || told.has(value)) return value
  return value.replace(/^(\d{4}-\d\d-\d\d) (?=\d\d:)/, '$1T').replace(/(?<=T\d\d:\d\d(:\d\d)?)(Z|\+00:00)$/, '')
}

/** The list with a name for each entry that has none: the first one of its kind that no other entry bears. */
function named(list: unknown, field: string, name: (number: number) => string): unknown {
  if (!Array.isArray(list)) return list
  const taken = new Set(list.map((one) => (isFields(one) ? one[field] : undefined)))
  return each(list, (one) => {
    if (one[field] !== undefined && one[field] !== null && one[field] !== '') return one
    let number = 1
    while (taken.has(name(number))) number++
    taken.add(name(number))
    return { ...one, [field]: name(number) }
  })
}

function each(list: unknown, change: (one: Fields) => Fields): unknown {
  return Array.isArray(list) ? list.map((one) => (isFields(one) ? change(one) : one)) : list
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
