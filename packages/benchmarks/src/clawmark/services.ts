import { fail } from '@lawbook/base'

/**
 * The state of the four services besides the file system, as plain JSON: what an agent finds and changes below `services/` in
 * its workspace (`services/email.json` and so on), and what our Python driver exports and imports.
 */
export type Services = { email: EmailState; notion: NotionState; sheets: SheetsState; calendar: CalendarState }

export type Mail = {
  /** The mailbox it lies in: a logical user name. */
  owner: string
  folder: string
  from: string
  to: string
  cc: string
  subject: string
  date: string
  body: string
}
export type EmailState = { users: Record<string, { email: string }>; mail: Mail[] }

/** Properties are plain values under their names; the schema tells their types. */
export type Row = { id: string; properties: Record<string, string | number | boolean | null> }
export type Database = { id: string; title: string; schema: Record<string, string>; rows: Row[] }
export type NotionState = { databases: Database[]; pages: { id: string; title: string; content: string }[] }

/** `values` by tab, rows of texts. */
export type Spreadsheet = { id: string; name: string; values: Record<string, string[][]> }
export type SheetsState = { spreadsheets: Spreadsheet[] }

export type Event = {
  uid: string
  summary: string
  dtstart: string
  dtend: string
  description: string
  location: string
}
export type CalendarState = { calendars: { name: string; events: Event[] }[] }

export function emptyServices(): Services {
  return {
    email: { users: {}, mail: [] },
    notion: { databases: [], pages: [] },
    sheets: { spreadsheets: [] },
    calendar: { calendars: [] },
  }
}

/** The address of a logical user. */
export function addressOf(services: Services, user: string): string {
  const known = Object.keys(services.email.users)
  return (
    services.email.users[user]?.email ??
    fail('LB_DANGLING', `there is no mail user "${user}"; known are ${known.join(', ')}`)
  )
}

/** Put a mail into the mailbox of every recipient that is a known user, and into the sender's `Sent` folder. */
export function sendMail(
  services: Services,
  {
    from,
    to,
    cc = [],
    subject,
    body,
    date = '',
  }: { from: string; to: string[]; cc?: string[]; subject: string; body: string; date?: string },
): void {
  const mail = { from, to: to.join(', '), cc: cc.join(', '), subject, date, body }
  const reached = [...to, ...cc]
  for (const [owner, { email }] of Object.entries(services.email.users)) {
    if (reached.includes(email)) services.email.mail.push({ owner, folder: 'INBOX', ...mail })
    if (from === email) services.email.mail.push({ owner, folder: 'Sent', ...mail })
  }
}

/** Mails in one mailbox, in the order in which they arrived. */
export function mailOf(services: Services, owner: string, folder = 'INBOX'): Mail[] {
  addressOf(services, owner)
  return services.email.mail.filter((mail) => mail.owner === owner && mail.folder === folder)
}

export function createDatabase(services: Services, title: string, schema: Record<string, string>): Database {
  const database: Database = { id: `db${services.notion.databases.length + 1}`, title, schema, rows: [] }
  services.notion.databases.push(database)
  return database
}

export function addRow(database: Database, properties: Row['properties']): Row {
  const row = { id: `${database.id}-row${database.rows.length + 1}`, properties }
  database.rows.push(row)
  return row
}

/** Rows of the database of that title; none if there is no such database. */
export function rowsOf(services: Services, title: string): Row[] {
  return services.notion.databases.find((database) => database.title === title)?.rows ?? []
}

export function createSheet(services: Services, name: string, rows: string[][], tab = 'Sheet1'): Spreadsheet {
  const sheet: Spreadsheet = { id: `sheet${services.sheets.spreadsheets.length + 1}`, name, values: { [tab]: rows } }
  services.sheets.spreadsheets.push(sheet)
  return sheet
}

/** Rows of a tab, or null without such a spreadsheet. */
export function sheetRows(services: Services, name: string, tab = 'Sheet1'): string[][] | null {
  return services.sheets.spreadsheets.find((sheet) => sheet.name === name)?.values[tab] ?? null
}

export function createCalendar(services: Services, name: string): Event[] {
  const calendar = { name, events: [] }
  services.calendar.calendars.push(calendar)
  return calendar.events
}

/** Events of a calendar; none if there is no such calendar. */
export function eventsOf(services: Services, name: string): Event[] {
  return services.calendar.calendars.find((calendar) => calendar.name === name)?.events ?? []
}

export function addEvent(
  events: Event[],
  event: Omit<Event, 'uid' | 'description' | 'location'> & Partial<Event>,
): Event {
  const whole = { uid: `event${events.length + 1}-${event.dtstart}`, description: '', location: '', ...event }
  events.push(whole)
  return whole
}
