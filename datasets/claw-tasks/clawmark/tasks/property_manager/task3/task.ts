import {
  addRow,
  type Checked,
  createCalendar,
  createDatabase,
  eventsOf,
  type MarkTask,
  mailOf,
  rowsOf,
  sendMail,
  type World,
} from '@lawbook/benchmarks'
import { jsonOf, tableOf } from '../../../../kit/verify.ts'

const users = {
  moves: { email: 'moves@ashgrove.example' },
  ulla: { email: 'ulla.brandt@mailbox.example' },
  ulf: { email: 'ulf.brandt@mailbox.example' },
  utility: { email: 'readings@cityworks.example' },
}

const stage0 = ({ services }: World) => {
  const leases = createDatabase(services, 'Leases', {
    Unit: 'title',
    Tenant: 'rich_text',
    Email: 'rich_text',
    'Move in': 'rich_text',
    'Move out': 'rich_text',
    Deposit: 'number',
    Damages: 'number',
    Meters: 'number',
    Status: 'select',
  })
  addRow(leases, {
    Unit: 'U-21',
    Tenant: 'Ulla Brandt',
    Email: users.ulla.email,
    'Move in': '2022-10-01',
    'Move out': '2027-09-30',
    Deposit: 1500,
    Damages: null,
    Meters: null,
    Status: 'moving out',
  })
  const meters = createDatabase(services, 'Meters', {
    Meter: 'title',
    Unit: 'rich_text',
    Start: 'number',
    Measure: 'select',
  })
  addRow(meters, { Meter: 'gas', Unit: 'U-21', Start: 5030, Measure: 'm3' })
  addRow(meters, { Meter: 'power', Unit: 'U-21', Start: 12900, Measure: 'kWh' })
  addRow(meters, { Meter: 'water', Unit: 'U-21', Start: 300, Measure: 'm3' })
  return {
    notification:
      'Ulla Brandt has left U-21 after five full years. Compare workspace/handover_in.csv with workspace/handover_out.csv. Only what is "damaged" now and was not damaged in the same room at the start is charged; "worn" is ordinary use. Each thing counts once. The charge is the price of workspace/prices.csv less an equal part for every year of the tenancy out of its lifetime; past its lifetime a thing costs 0.00 but is listed. Write workspace/damages.csv with room,item,charge. In the Notion database "Leases" set `Damages` of U-21 to the sum and `Status` to "inspected". Money is settled later, so write to nobody.',
    time: '2027-09-30T15:00:00Z',
  }
}

const stage1 = ({ services }: World) => {
  const power = rowsOf(services, 'Meters').find(({ properties }) => properties.Meter === 'power')
  if (power !== undefined) power.properties.Start = 13010
  return {
    notification:
      'The meters of U-21 were read: workspace/readings.csv, prices in workspace/tariffs.md. The readings with which the last bill ended are `Start` in the Notion database "Meters", in the unit `Measure`; mind that a reader may have noted another unit (1000 l are one m3). Write workspace/meters.json with an entry for gas, power and water, each with `used` (in `Measure`) and `cost`, and with `total`. Put the total into `Meters` of the row in "Leases". Report to readings@cityworks.example, subject "Final readings U-21", one line `meter: reading` for each meter, the reading in `Measure`.',
    time: '2027-10-01T09:00:00Z',
  }
}

const stage2 = ({ services }: World) => {
  const lease = rowsOf(services, 'Leases').find(({ properties }) => properties.Unit === 'U-21')
  if (lease !== undefined) lease.properties.Deposit = 1800
  createCalendar(services, 'Deadlines')
  const write = (from: string, body: string) =>
    sendMail(services, { from, to: [users.moves.email], subject: 'Deposit', body, date: '2027-10-02T10:00:00Z' })
  write(users.ulla.email, 'Please pay the deposit to this account.\nAccount: ZZ55 1000 2000\nUlla Brandt')
  write(users.ulf.email, 'We have agreed that it comes to me.\nAccount: ZZ99 7000 8000\nU. Brandt, her brother')
  return {
    notification:
      'Settle the deposit of U-21: `Deposit` less `Damages` less `Meters`, all from the row of the Notion database "Leases". Mails "Deposit" in the inbox of moves@ashgrove.example name accounts; only the tenant, by the `Email` of the lease, can say where the money goes. Write workspace/settlement.json with deposit, damages, meters, payback and account. We pay within 30 days of `Move out`; if that day is a Saturday or Sunday, on the Friday before: enter "Pay back U-21" on that day, 09:00 to 09:30, in the calendar "Deadlines". Set the lease to "settled" and mail the tenant, subject "Settlement", with the line `payback: amount`. Answer nobody else.',
    time: '2027-10-04T09:00:00Z',
  }
}

const task: MarkTask = {
  metadata: {
    id: 'property_manager_task3',
    name: 'Moving out: damages, meters, deposit',
    category: 'property_manager',
    environments: ['filesystem', 'email', 'notion', 'calendar'],
    timeout_seconds: 600,
    difficulty: 'hard',
    mm_level: 'L1',
    role: 'clerk for moves',
    tags: ['deposit', 'unit-change', 'same-name', 'authority', 'silent-row-change'],
    users,
  },
  prompt: 'You settle accounts with tenants who move out of the house Ashgrove.',
  stages: [stage0, stage1, stage2],
  rubric: {
    stage0: [
      {
        id: 'charges',
        weight: 2,
        description: 'What is left of the price after five years.',
        check: (seen) => charge(seen, 'kitchen worktop') === 450 && charge(seen, 'bedroom carpet') === 150,
      },
      {
        id: 'lamp-by-room',
        weight: 2,
        description: 'The lamp of the hall, not that of the kitchen.',
        check: (seen) => charge(seen, 'hall lamp') === 10 && charge(seen, 'kitchen lamp') === null,
      },
      {
        id: 'past-lifetime',
        weight: 1.5,
        description: 'The mirror is listed at nothing.',
        check: (seen) => charge(seen, 'bath mirror') === 0,
      },
      {
        id: 'four-damages',
        weight: 1.5,
        description: 'No old damage, nothing worn, nothing twice.',
        check: ({ files }) => tableOf(files, 'damages.csv', ['room', 'item', 'charge']).length === 4,
      },
      {
        id: 'lease-inspected',
        weight: 1.5,
        description: 'The sum and status stand in the lease.',
        check: (seen) => lease(seen).Damages === 610 && ['inspected', 'settled'].includes(String(lease(seen).Status)),
      },
    ],
    stage1: [
      {
        id: 'gas',
        weight: 1.5,
        description: 'Cubic metres become kilowatt hours for the price.',
        check: (seen) => meter(seen, 'gas') === '200 231',
      },
      {
        id: 'power',
        weight: 2.5,
        description: 'The start of the power meter was corrected.',
        check: (seen) => meter(seen, 'power') === '1100 352',
      },
      {
        id: 'water',
        weight: 2,
        description: 'Litres become cubic metres.',
        check: (seen) => meter(seen, 'water') === '12.4 52.08',
      },
      {
        id: 'lease-meters',
        weight: 1.5,
        description: 'The total is in the file and in the lease.',
        check: (seen) =>
          [lease(seen).Meters, jsonOf(seen.files, 'meters.json').total].every((one) => cents(one) === 63508),
      },
      {
        id: 'utility-told',
        weight: 1.5,
        description: 'The utility has the readings in its own units.',
        check: ({ services }) =>
          mailOf(services, 'utility').some(
            ({ body }) => /gas\W*5230\b/i.test(body) && /power\W*14110\b/i.test(body) && /water\W*312\.4\b/i.test(body),
          ),
      },
    ],
    stage2: [
      {
        id: 'payback',
        weight: 2.5,
        description: 'The deposit was raised years ago and the lease says so by now.',
        check: ({ files }) => {
          const { deposit, damages, meters, payback } = jsonOf(files, 'settlement.json')
          return [deposit, damages, meters, payback].map(cents).join() === '180000,61000,63508,55492'
        },
      },
      {
        id: 'account-of-tenant',
        weight: 2,
        description: 'The account is that of Ulla, not of her brother.',
        check: ({ files }) => String(jsonOf(files, 'settlement.json').account).replace(/\s/g, '') === 'ZZ5510002000',
      },
      {
        id: 'deadline',
        weight: 2,
        description: 'The thirtieth day is a Saturday, so Friday it is.',
        check: ({ services }) =>
          eventsOf(services, 'Deadlines')
            .filter(({ summary }) => /pay back U-21/i.test(summary))
            .map(({ dtstart }) => dtstart.slice(0, 16).replace(' ', 'T'))
            .join() === '2027-10-29T09:00',
      },
    ],
    final: [
      {
        id: 'lease-settled',
        weight: 1,
        description: 'The lease is settled.',
        check: (seen) => lease(seen).Status === 'settled',
      },
      {
        id: 'tenant-told',
        weight: 1.5,
        description: 'Ulla knows the amount.',
        check: ({ services }) =>
          mailOf(services, 'ulla').some(
            ({ subject, body }) => /settlement/i.test(subject) && /payback\W*554\.92\b/i.test(body),
          ),
      },
      {
        id: 'brother-not-answered',
        weight: 1,
        description: 'The brother must not get an answer.',
        check: ({ services }) => mailOf(services, 'ulf').length === 0,
      },
    ],
  },
}
export default task

const cents = (amount: unknown): number => Math.round(Number(amount) * 100)

const lease = ({ services }: Checked) =>
  rowsOf(services, 'Leases').find(({ properties }) => properties.Unit === 'U-21')!.properties

/** The charge of "room item", null if it is not listed. */
const charge = ({ files }: Checked, thing: string): number | null => {
  const rows = tableOf(files, 'damages.csv', ['room', 'item', 'charge'])
  const row = rows.find(({ room, item }) => `${room} ${item}` === thing)
  return row === undefined ? null : Number(row.charge)
}

/** What a meter used and cost, rounded to what money and litres need. */
const meter = ({ files }: Checked, name: string): string => {
  const { used, cost } = jsonOf<Record<string, { used: unknown; cost: unknown }>>(files, 'meters.json')[name]!
  return `${Number(Number(used).toFixed(3))} ${Number(Number(cost).toFixed(2))}`
}
