import { readTable, writeTable } from '../../../../../kit/solve.ts'

const domainOf = (from: string): string => /@([^\s>]+)>?\s*$/.exec(from)?.[1]?.toLowerCase() ?? ''

/** Count and add up what lies in the inbox per sending domain, each message once. */
export default async function solve(): Promise<void> {
  const seen = new Set<string>()
  const totals = new Map<string, { domain: string; messages: number; size_kb: number }>()
  for (const row of await readTable('inbox.csv', ['id', 'folder', 'from', 'size_kb'])) {
    if (row.folder !== 'inbox' || seen.has(row.id!)) continue
    seen.add(row.id!)
    const domain = domainOf(row.from!)
    const total = totals.get(domain) ?? { domain, messages: 0, size_kb: 0 }
    totals.set(domain, { domain, messages: total.messages + 1, size_kb: total.size_kb + Number(row.size_kb) })
  }
  const rows = [...totals.values()].sort((a, b) => b.size_kb - a.size_kb || (a.domain < b.domain ? -1 : 1))
  await writeTable('report.csv', ['domain', 'messages', 'size_kb'], rows)
}
