import { readJson, readTable, writeTable } from '../../../../../kit/solve.ts'

type Campaign = { purpose: string; send_at: string; min_age: number; valid_months: number }

/** The same day so many months later, or the last day of that month. */
function later(iso: string, months: number): string {
  const [year, month, day] = iso.split('-').map(Number) as [number, number, number]
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, last))).toISOString().slice(0, 10)
}

/** Replay the events of a purpose and sort contacts into recipients and excluded ones. */
export default async function solve(): Promise<void> {
  const { purpose, send_at, min_age, valid_months } = await readJson<Campaign>('campaign.json')
  const contacts = await readTable('contacts.csv', ['person_id', 'email', 'born'])
  const log = await readTable('consents.csv', ['person_id', 'purpose', 'action', 'at'])
  const day = send_at.slice(0, 10)
  const reasonFor = (id: string, born: string): string => {
    if (later(born, 12 * min_age) > day) return 'age'
    const events = log
      .filter((row) => row.person_id === id && row.purpose === purpose && Date.parse(row.at!) <= Date.parse(send_at))
      .sort(
        (a, b) =>
          Date.parse(a.at!) - Date.parse(b.at!) || Number(a.action === 'withdraw') - Number(b.action === 'withdraw'),
      )
    if (events.length === 0) return 'none'
    let state = 'unconfirmed'
    let confirmed = ''
    for (const { action, at } of events) {
      if (action === 'withdraw') state = 'withdrawn'
      if (action === 'grant' && state !== 'confirmed') state = 'granted'
      if (action === 'confirm' && state === 'granted') {
        state = 'confirmed'
        confirmed = at!.slice(0, 10)
      }
    }
    if (state === 'granted') return 'unconfirmed'
    if (state !== 'confirmed') return state
    return later(confirmed, valid_months) < day ? 'expired' : ''
  }
  const rows = contacts.map((row) => ({
    person_id: row.person_id!,
    email: row.email!,
    reason: reasonFor(row.person_id!, row.born!),
  }))
  const [send, leave] = [rows.filter((row) => row.reason === ''), rows.filter((row) => row.reason !== '')]
  await writeTable('recipients.csv', ['person_id', 'email'], send)
  await writeTable('excluded.csv', ['person_id', 'reason'], leave)
}
