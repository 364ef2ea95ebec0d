import { type Files, filesOf, type Random } from '../seeded.ts'

const names = [
  'Anna Berg',
  'Ben Ortiz',
  "Clare O'Neill",
  'Dora & Emil Frank',
  'Farid Haddad',
  'Grete Møller',
  'Hana Sato',
  'Ivo Novak',
  'Jules Martin',
  'Kira Lind',
  'Liam Byrne',
  'Mona Keller',
  'Noor Aziz',
  'Olga Petrova',
]

const template = `Subject: Your seat at table {{table}}

Dear {{name}},

we are glad that you are coming to the summer dinner on 12 June 2026.
Your seat is at table {{table}}. Doors open at seven.

If you cannot come, an answer to this letter is enough.

With kind regards
The organisers
`

/** guests.csv (name, email, table; 14 rows) and invitation.mustache. */
export default function make(random: Random): Files {
  const rows = names.map((name) => {
    const [first] = name.toLowerCase().split(/[ ']/)
    return `${name},${first}@${random.pick(['example.org', 'example.com', 'mail.example.net'])},${random.int(1, 5)}`
  })
  return filesOf({ 'guests.csv': `${['name,email,table', ...rows].join('\n')}\n`, 'invitation.mustache': template })
}
