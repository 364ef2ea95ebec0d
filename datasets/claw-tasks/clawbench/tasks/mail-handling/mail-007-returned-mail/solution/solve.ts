import { readTable, readText, writeTable } from '../../../../../kit/solve.ts'

const field = (block: string, name: string): string | undefined =>
  new RegExp(`^${name}:\\s*(.*)$`, 'im').exec(block)?.[1]?.trim()
const address = (recipient = ''): string => (recipient.split(';').at(-1) ?? '').trim().toLowerCase()

/** The blocks of a message's delivery report, one per recipient; none for any other message. */
function recipients(message: string): string[] {
  const unfolded = message.replace(/\n[ \t]+/g, ' ')
  const type = field(unfolded.split('\n\n')[0]!, 'Content-Type') ?? ''
  const boundary = /boundary="?([^";]+)"?/i.exec(type)?.[1]
  if (!/^multipart\/report\b/i.test(type) || !/report-type="?delivery-status/i.test(type) || !boundary) return []
  const part = unfolded
    .split(`\n--${boundary}`)
    .find((one) => /^\s*Content-Type:\s*message\/delivery-status/i.test(one))
  return (part ?? '').split(/\n{2,}/).filter((block) => field(block, 'Final-Recipient') !== undefined)
}

/** Count what came back per address, and mark contacts that can no longer be reached. */
export default async function solve(): Promise<void> {
  const columns = ['address', 'name', 'company', 'language', 'status']
  const contacts = await readTable('contacts.csv', columns)
  const heap = `\n${(await readText('bounces.mbox')).replaceAll('\r\n', '\n')}`
  const counts = new Map<string, { address: string; permanent: number; temporary: number }>()
  for (const block of heap.split(/\n(?=From )/).flatMap(recipients)) {
    if (field(block, 'Action')?.toLowerCase() !== 'failed') continue
    const who = address(field(block, 'Original-Recipient') ?? field(block, 'Final-Recipient'))
    const status = field(block, 'Status') ?? ''
    const count = counts.get(who) ?? { address: who, permanent: 0, temporary: 0 }
    count[status.startsWith('5.') && status !== '5.2.2' ? 'permanent' : 'temporary']++
    counts.set(who, count)
  }
  for (const contact of contacts) {
    const count = counts.get(contact.address!.trim().toLowerCase())
    if (contact.status !== 'active' || count === undefined) continue
    if (count.permanent > 0) contact.status = 'removed'
    else if (count.temporary >= 3) contact.status = 'suspended'
  }
  const sorted = [...counts.values()].sort((a, b) => (a.address < b.address ? -1 : 1))
  await writeTable('bounces.csv', ['address', 'permanent', 'temporary'], sorted)
  await writeTable('contacts_clean.csv', columns, contacts)
}
