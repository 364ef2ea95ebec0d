import { readJson, readTable, readText, writeJson, writeTable } from '../../../../../kit/solve.ts'

type Mail = { id: string; date: string; from: string; to: string[]; cc: string[]; subject: string; tags: string[] }
type Paper = { id: string; name: string; date: string; owner: string; mentions: string[] }
type Folder = { name: string; restricted?: boolean; files: Paper[]; folders: Folder[] }
type Item = { record: string; kind: string; date: string; label: string; reason: string }

/** All files of a tree with their paths; a restriction holds for everything below. */
function papers(folder: Folder, path: string, restricted: boolean): (Paper & { path: string; restricted: boolean })[] {
  const closed = restricted || folder.restricted === true
  return [
    ...folder.files.map((file) => ({ ...file, path: `${path}/${file.name}`, restricted: closed })),
    ...folder.folders.flatMap((below) => papers(below, `${path}/${below.name}`, closed)),
  ]
}

/** Everything held about one person, disclosed or withheld. */
export default async function solve(): Promise<void> {
  const request = await readJson<{ email: string; from: string; to: string }>('request.json')
  const people = await readTable('people.csv', ['person', 'email', 'merged_into'])
  const holds = new Set((await readTable('holds.csv', ['record'])).map((row) => row.record!))
  const last = (person: string): string => {
    const next = people.find((row) => row.person === person)?.merged_into ?? ''
    return next === '' ? person : last(next)
  }
  const asked = people.find((row) => row.email!.toLowerCase() === request.email.toLowerCase())
  if (asked === undefined) throw new Error(`nobody has the address ${request.email}`)
  const own = people.filter((row) => last(row.person!) === last(asked.person!))
  const persons = own.map((row) => row.person!).sort()
  const emails = [...new Set(own.map((row) => row.email!.trim().toLowerCase()))].filter((one) => one !== '').sort()
  const mails = (await readText('mails.jsonl')).split('\n').filter((line) => line.trim() !== '')
  const fromMail = mails
    .map((line) => JSON.parse(line) as Mail)
    .filter(({ from, to, cc }) => [from, ...to, ...cc].some((one) => emails.includes(one.toLowerCase())))
    .map(({ id, date, subject, tags }): Item => {
      const reason = tags.includes('legal') ? 'privileged' : ''
      return { record: id, kind: 'mail', date: date.slice(0, 10), label: subject, reason }
    })
  const fromFiles = papers(await readJson<Folder>('files.json'), '', false)
    .filter(({ owner, mentions }) => [owner, ...mentions].some((one) => persons.includes(one)))
    .map(({ id, date, path, restricted }): Item => {
      return { record: id, kind: 'file', date: date.slice(0, 10), label: path, reason: restricted ? 'restricted' : '' }
    })
  const hers = [...fromMail, ...fromFiles]
    .filter(({ date }) => date >= request.from && date <= request.to)
    .map((item) => ({ ...item, reason: holds.has(item.record) ? 'hold' : item.reason }))
  const by = (key: (item: Item) => string) => (a: Item, b: Item) => (key(a) < key(b) ? -1 : 1)
  const open = hers.filter(({ reason }) => reason === '').sort(by(({ date, record }) => `${date} ${record}`))
  const kept = hers.filter(({ reason }) => reason !== '').sort(by(({ record }) => record))
  await writeJson('identity.json', { persons, emails })
  await writeTable('disclosed.csv', ['record', 'kind', 'date', 'label'], open)
  await writeTable('withheld.csv', ['record', 'reason'], kept)
}
