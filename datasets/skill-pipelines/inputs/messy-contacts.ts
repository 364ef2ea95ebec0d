import { type Files, filesOf, type Random } from '../seeded.ts'

const given = ['Anna', 'Bruno', 'Carla', 'Deniz', 'Elif', 'Femi', 'Greta', 'Hugo', 'Ines', 'Jonas', 'Kofi', 'Lena']
const family = ['Abel', 'Brandt', 'Costa', 'Dahl', 'Ersoy', 'Fofana', 'Garcia', 'Holm', 'Ito', 'Jansen', 'Kaya', 'Lund']
const cities = ['Leeds', 'Porto', 'Graz', 'Bergen', 'Lyon', 'Cork'] as const
const blanks = ['N/A', 'n/a', '', '-', 'NULL'] as const

/** contacts.csv: 40 rows as people type them: stray blanks, several words for "nothing", money with signs; two rows are empty. */
export default function make(random: Random): Files {
  const rows = Array.from({ length: 38 }, (_, i) => contact(random, i))
  rows.splice(random.int(5, 15), 0, ['', '', '', '', ''])
  rows.splice(random.int(20, 35), 0, ['', ' ', '', '', ''])
  const lines = rows.map((row) => row.map(quoted).join(','))
  return filesOf({ 'contacts.csv': `${['name,email,phone,city,spent', ...lines].join('\n')}\n` })
}

/** Every mess occurs whatever the seed: it goes by the row's number, only its content is drawn. */
function contact(random: Random, i: number): string[] {
  const first = given[i % given.length]!
  const last = family[(i * 5 + Math.floor(i / given.length)) % family.length]!
  const address = `${first}.${last}@${random.pick(['example.org', 'mail.example', 'example.com'])}`.toLowerCase()
  return [
    strayed(`${first} ${last}`, i % 4 === 1),
    i % 9 === 4 ? random.pick(blanks) : strayed(address, i % 7 === 2),
    i % 6 === 3 ? random.pick(blanks) : `0${random.int(20, 79)} ${random.int(1000, 9999)} ${random.int(100, 999)}`,
    i % 11 === 8 ? random.pick(blanks) : strayed(random.pick(cities), i % 3 === 0),
    i % 8 === 5 ? random.pick(blanks) : money(random, i),
  ]
}

function strayed(text: string, stray: boolean): string {
  return stray ? `  ${text} ` : text
}

/** As "$1,204.00" in two rows of three, else as 342.5. */
function money(random: Random, i: number): string {
  const cents = random.int(2_000, 420_000)
  const plain = (cents / 100).toFixed(2)
  return i % 3 === 2 ? String(cents / 100) : `$${plain.replace(/^(\d)(\d{3}\.)/, '$1,$2')}`
}

function quoted(cell: string): string {
  return cell.includes(',') ? `"${cell}"` : cell
}
