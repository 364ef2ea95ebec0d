import { readTable, writeTable } from '../../../../../kit/solve.ts'

type Row = Record<string, string>
const moment = (row: Row): number => Date.parse(row.received!)
const bare = (from: string): string => (/<([^>]+)>/.exec(from)?.[1] ?? from).trim().toLowerCase()
const topic = (subject: string): string => subject.trim().replace(/^((re|aw):\s*)+/i, '')
const keyOf = (row: Row): string => topic(row.subject!).replace(/\s+/g, ' ').toLowerCase()

/** Group messages into conversations and list those in which the last word came from outside. */
export default async function solve(): Promise<void> {
  const rows = (await readTable('inbox.csv', ['received', 'folder', 'from', 'subject']))
    .filter((row) => (row.folder === 'inbox' || row.folder === 'sent') && !bare(row.from!).startsWith('no-reply'))
    .sort((a, b) => moment(a) - moment(b))
  const threads = new Map<string, Row[]>()
  for (const row of rows) threads.set(keyOf(row), [...(threads.get(keyOf(row)) ?? []), row])
  const waiting = [...threads.values()]
    .filter((thread) => thread.at(-1)!.folder === 'inbox')
    .map((thread) => ({ thread, first: thread[thread.findLastIndex((row) => row.folder === 'sent') + 1]! }))
    .sort((a, b) => moment(a.first) - moment(b.first))
  await writeTable(
    'report.csv',
    ['thread', 'waiting_since', 'address', 'messages'],
    waiting.map(({ thread, first }) => ({
      thread: topic(thread[0]!.subject!),
      waiting_since: first.received!,
      address: bare(thread.at(-1)!.from!),
      messages: thread.length,
    })),
  )
}
