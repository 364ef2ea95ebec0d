import {
  addRow,
  type Checked,
  createDatabase,
  type MarkTask,
  mailOf,
  rowsOf,
  sendMail,
  type World,
} from '@lawbook/benchmarks'
import { jsonOf, tableOf } from '../../../../kit/verify.ts'

const users = {
  mara: { email: 'mara.lindqvist@fairday.example' },
  caterer: { email: 'orders@greenfork.example' },
  sam: { email: 's.ortega@lumen.example' },
  grete: { email: 'grete@lumen.example' },
  kurt: { email: 'kurt@tarn.example' },
}

const stage0 = ({ services }: World) => {
  const vendors = createDatabase(services, 'Vendors', {
    Vendor: 'title',
    Role: 'rich_text',
    Headcount: 'number',
    'Price per meal': 'number',
    Status: 'select',
  })
  addRow(vendors, {
    Vendor: 'Greenfork Kitchen',
    Role: 'catering',
    Headcount: null,
    'Price per meal': 38,
    Status: 'open',
  })
  addRow(vendors, {
    Vendor: 'Brassline Trio',
    Role: 'music',
    Headcount: null,
    'Price per meal': null,
    Status: 'booked',
  })
  return {
    notification:
      'Good morning. We have to tell the kitchen how many people dine on Thursday. The answers are in workspace/guests.csv. One address is one person, however it is capitalised; where an address stands twice, the later line holds. Only an rsvp of "yes" dines, and an empty diet is "standard". Please write workspace/headcount.json with the numbers `coming`, `standard`, `vegetarian`, `vegan` and `gluten-free`, and put the number of people into `Headcount` of Greenfork Kitchen in the Notion database "Vendors", with the status "counted". Nobody needs a mail yet.',
    time: '2027-03-08T09:00:00Z',
  }
}

const stage1 = ({ services }: World) => {
  const answers = [
    [users.sam.email, 'Answer: no\nSorry, I am abroad that week. Sam Ortega'],
    [users.grete.email, 'Answer: yes\nDiet: vegetarian\nLooking forward to it!'],
    [users.kurt.email, 'Answer: yes\nI shall bring two colleagues too, Henrik said that would be fine.'],
  ] as const
  for (const [from, body] of answers)
    sendMail(services, { from, to: [users.mara.email], subject: 'RSVP', body, date: '2027-03-09T18:00:00Z' })
  return {
    notification:
      'Time to order. Take workspace/guests.csv with Monday\'s rules, then apply the mails with the subject "RSVP" in Mara\'s inbox: "Answer:" replaces the rsvp and "Diet:" the diet of the guest with the sender\'s address. Whoever writes without standing on the list is not invited: do not count them, but put each such sender into workspace/open_questions.csv (columns address,request). Write the order to workspace/order.csv (diet,meals: standard, vegetarian, vegan, gluten-free), with spare meals on top: one for every ten guests begun, all vegan. Then mail the order to orders@greenfork.example: one line `diet: number` each and `total: number` for all meals.',
    time: '2027-03-10T09:00:00Z',
  }
}

const stage2 = ({ services }: World) => {
  const kitchen = rowsOf(services, 'Vendors').find(({ properties }) => properties.Vendor === 'Greenfork Kitchen')
  if (kitchen !== undefined) kitchen.properties['Price per meal'] = 41.5
  sendMail(services, {
    from: users.caterer.email,
    to: [users.mara.email],
    subject: 'Order confirmation',
    body: 'Dear Mara,\nwe confirm your order:\nstandard: 3\nvegetarian: 3\nvegan: 2\ngluten-free: 2\nGreenfork Kitchen',
    date: '2027-03-10T16:30:00Z',
  })
  return {
    notification:
      'Greenfork has confirmed: the mail "Order confirmation" is in Mara\'s inbox. Hold it against workspace/order.csv, diet by diet, and write workspace/confirmation_check.json with `differences` (a list of objects with diet, ordered, confirmed, only where the two differ), `meals` (all meals that we ordered) and `cost` (meals times the price per meal that stands with Greenfork Kitchen in the Notion database "Vendors"). If anything differs, answer orders@greenfork.example, subject "Correction", with a line `diet: number` for each wrong diet as we ordered it, and set the vendor\'s status to "corrected"; otherwise set it to "confirmed" and write to nobody.',
    time: '2027-03-11T08:30:00Z',
  }
}

const task: MarkTask = {
  metadata: {
    id: 'event_planner_task1',
    name: 'Headcount and meals for a company dinner',
    category: 'event_planner',
    environments: ['filesystem', 'email', 'notion'],
    timeout_seconds: 600,
    difficulty: 'medium',
    mm_level: 'L1',
    role: 'assistant of Mara Lindqvist, event planner',
    tags: ['guest-list', 'catering', 'silent-file-change', 'same-name'],
    users,
  },
  prompt: 'You help Mara Lindqvist of Fairday Events with a company dinner.',
  stages: [stage0, stage1, stage2],
  rubric: {
    stage0: [
      {
        id: 'count-coming',
        weight: 2,
        description: 'Nine people dine: two of one name, one address twice.',
        check: ({ files }) => jsonOf(files, 'headcount.json').coming === 9,
      },
      {
        id: 'count-diets',
        weight: 2,
        description: 'The diets follow the later line of an address.',
        check: ({ files }) => {
          const counted = jsonOf(files, 'headcount.json')
          const diets = ['standard', 'vegetarian', 'vegan', 'gluten-free'].map((diet) => Number(counted[diet]))
          return diets.join() === '4,1,3,1'
        },
      },
      {
        id: 'vendor-counted',
        weight: 1.5,
        description: 'The kitchen has its number and status.',
        check: (seen) => kitchenOf(seen).Headcount === 9 && kitchenOf(seen).Status === 'counted',
      },
      {
        id: 'no-early-mail',
        weight: 1,
        description: 'The kitchen must not hear anything yet.',
        check: (seen) => toKitchen(seen).length === 0,
      },
    ],
    stage1: [
      {
        id: 'order-standard',
        weight: 2,
        description: 'Three standard meals: the list was changed overnight.',
        check: (seen) => meals(seen, 'standard') === 3,
      },
      {
        id: 'order-vegetarian',
        weight: 1.5,
        description: 'Two vegetarian meals, one by a late answer.',
        check: (seen) => meals(seen, 'vegetarian') === 2,
      },
      {
        id: 'order-vegan',
        weight: 2,
        description: 'Two vegan guests and one spare meal.',
        check: (seen) => meals(seen, 'vegan') === 3,
      },
      {
        id: 'order-gluten-free',
        weight: 1.5,
        description: 'Two meals without gluten, one for a guest added overnight.',
        check: (seen) => meals(seen, 'gluten-free') === 2,
      },
      {
        id: 'uninvited-listed',
        weight: 2,
        description: 'Kurt is an open question, and the only one.',
        check: ({ files }) => {
          const rows = tableOf(files, 'open_questions.csv', ['address', 'request'])
          return rows.length === 1 && rows[0]!.address!.toLowerCase() === 'kurt@tarn.example'
        },
      },
      {
        id: 'order-mailed',
        weight: 2,
        description: 'One mail to the kitchen holds the meals of each diet and the total of ten.',
        check: (seen) => {
          const mails = toKitchen(seen)
          const lines = [
            /standard\W*3\b/i,
            /vegetarian\W*2\b/i,
            /vegan\W*3\b/i,
            /gluten-free\W*2\b/i,
            /total\D{0,20}10\b/i,
          ]
          return mails.length === 1 && lines.every((line) => line.test(mails[0]!))
        },
      },
    ],
    stage2: [
      {
        id: 'differences',
        weight: 2.5,
        description: 'Vegetarian and vegan were confirmed the wrong way round.',
        check: ({ files }) => {
          const { differences } = jsonOf<{ differences: { diet: string; ordered: unknown; confirmed: unknown }[] }>(
            files,
            'confirmation_check.json',
          )
          const lines = differences.map(
            ({ diet, ordered, confirmed }) => `${diet} ${Number(ordered)} ${Number(confirmed)}`,
          )
          return lines.sort().join() === 'vegan 3 2,vegetarian 2 3'
        },
      },
      {
        id: 'cost-at-new-price',
        weight: 2.5,
        description: 'Ten meals at the price that stands there now, 41.50.',
        check: ({ files }) => {
          const { meals, cost } = jsonOf(files, 'confirmation_check.json')
          return Number(meals) === 10 && Math.abs(Number(cost) - 415) < 0.005
        },
      },
      {
        id: 'vendor-corrected',
        weight: 1.5,
        description: 'The status says that the confirmation was corrected.',
        check: (seen) => kitchenOf(seen).Status === 'corrected',
      },
    ],
    final: [
      {
        id: 'correction-mailed',
        weight: 2,
        description: 'The kitchen got both corrected numbers.',
        check: (seen) =>
          toKitchen(seen).some(
            (mail) => /correction/i.test(mail) && /vegan\W*3\b/i.test(mail) && /vegetarian\W*2\b/i.test(mail),
          ),
      },
      {
        id: 'guests-left-alone',
        weight: 1,
        description: 'Guests and strangers must not be written to.',
        check: ({ services }) =>
          ['sam', 'grete', 'kurt'].every((guest) =>
            mailOf(services, guest).every(({ from }) => !from.includes('mara')),
          ),
      },
    ],
  },
}
export default task

const kitchenOf = ({ services }: Checked) =>
  rowsOf(services, 'Vendors').find(({ properties }) => properties.Vendor === 'Greenfork Kitchen')!.properties

const toKitchen = ({ services }: Checked): string[] =>
  mailOf(services, 'caterer')
    .filter(({ from }) => from.includes('mara.lindqvist@'))
    .map(({ subject, body }) => `${subject}\n${body}`)

const meals = ({ files }: Checked, diet: string): number =>
  Number(tableOf(files, 'order.csv', ['diet', 'meals']).find((row) => row.diet === diet)!.meals)
