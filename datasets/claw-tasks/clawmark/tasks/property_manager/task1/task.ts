import {
  addRow,
  type Checked,
  createDatabase,
  createSheet,
  type MarkTask,
  mailOf,
  rowsOf,
  sheetRows,
  type World,
} from '@lawbook/benchmarks'
import { tableOf } from '../../../../kit/verify.ts'

const users = {
  rents: { email: 'rents@ashgrove.example' },
  owner: { email: 'greta.ashgrove@ashgrove.example' },
  first: { email: 'marta.sol@mailbox.example' },
  second: { email: 'm.sol@letterbox.example' },
  jori: { email: 'jori@falk.example' },
  agnes: { email: 'agnes@wirth.example' },
  holm: { email: 'edda@holm.example' },
}

const stage0 = ({ services }: World) => {
  createSheet(services, 'Rent roll', [
    ['Unit', 'Tenant', 'Email', 'Rent', 'Paid', 'Booked'],
    ['U-11', 'Marta Sol', users.first.email, '820', '0', ''],
    ['U-12', 'Marta Sol', users.second.email, '820', '0', ''],
    ['U-13', 'Jori Falk', users.jori.email, '700', '0', ''],
    ['U-14', 'Agnes Wirth', users.agnes.email, '760', '0', ''],
    ['U-15', 'Edda Holm', users.holm.email, '980', '0', ''],
  ])
  const leases = createDatabase(services, 'Leases', { Unit: 'title', Agreement: 'rich_text', Notes: 'rich_text' })
  for (const Unit of ['U-11', 'U-12', 'U-13', 'U-14', 'U-15']) addRow(leases, { Unit, Agreement: '', Notes: '' })
  return {
    notification:
      'The bank lines of May are in workspace/bank.csv. Book what tenants paid in the sheet "Rent roll": add the amount to `Paid` of the unit and put the bank_id into `Booked` (several joined by ";"). A line belongs to the unit whose number stands in its reference, in any case; without a number to the unit of the tenant who is the payer, if only one unit has a tenant of that name. The same bank_id twice is one payment; outgoing (negative) lines are not looked at. Write what you cannot place into workspace/unplaced.csv (bank_id,payer,amount). No mails today.',
    time: '2027-05-07T09:00:00Z',
  }
}

const stage1 = ({ services }: World) => {
  const falk = rowsOf(services, 'Leases').find(({ properties }) => properties.Unit === 'U-15')
  if (falk !== undefined) falk.properties.Agreement = 'pays the rest until 2027-05-31'
  const roll = sheetRows(services, 'Rent roll')?.find(([unit]) => unit === 'U-13')
  if (roll !== undefined) roll[3] = '735'
  return {
    notification:
      'It is 11 May 2027: who is behind? For every unit of the sheet "Rent roll" where `Paid` is below `Rent`, work out what is missing. A late fee of 25.00 comes on top only if more than 100.00 is missing. Nobody is reminded whose row in the Notion database "Leases" has an `Agreement` that still runs. Write workspace/arrears.csv with unit,missing,fee,total for all units that are behind, the fee being 0 where an agreement runs, and send each tenant who is to be reminded a mail to the address in the sheet, subject "Reminder", with a line `total: amount`.',
    time: '2027-05-11T09:00:00Z',
  }
}

const stage2 = ({ services }: World) => {
  const agnes = sheetRows(services, 'Rent roll')?.find(([unit]) => unit === 'U-14')
  agnes?.splice(4, 2, '760', 'B-05;B-31')
  return {
    notification:
      'More money came: workspace/bank_june.csv. Read the header, it is another bank. Book it on the sheet "Rent roll" as before, by the unit in the reference only; a bank_id that stands in `Booked` of any unit is booked already, by whomever. What names no unit goes to workspace/unplaced.csv, below what stands there (in currency units, as before). Then write workspace/closing.csv with unit,owed,paid,balance (paid less owed), where owed is the rent plus the fee of workspace/arrears.csv, and mail greta.ashgrove@ashgrove.example, subject "May closed", the lines `balance: amount` (sum over all units) and `unplaced: number` (of payments).',
    time: '2027-05-25T09:00:00Z',
  }
}

const task: MarkTask = {
  metadata: {
    id: 'property_manager_task1',
    name: 'Rents of May: booking, reminders, closing',
    category: 'property_manager',
    environments: ['filesystem', 'email', 'notion', 'google_sheets'],
    timeout_seconds: 600,
    difficulty: 'medium',
    mm_level: 'L1',
    role: 'rent clerk',
    tags: ['rent', 'same-name', 'duplicate', 'unit-change', 'silent-sheet-change'],
    users,
  },
  prompt: 'You book the rents of the house Ashgrove.',
  stages: [stage0, stage1, stage2],
  rubric: {
    stage0: [
      {
        id: 'by-reference',
        weight: 1.5,
        description: 'The number in the reference decides, in any case and for any payer; the lines are booked.',
        check: (seen) =>
          paid(seen, 'U-11') === 820 &&
          paid(seen, 'U-15') === 950 &&
          booked(seen, 'U-11') === 'B-01' &&
          booked(seen, 'U-15') === 'B-06',
      },
      {
        id: 'by-name',
        weight: 1.5,
        description: 'One tenant of that name: placed without a number.',
        check: (seen) => paid(seen, 'U-13') === 700 && booked(seen, 'U-13') === 'B-02',
      },
      {
        id: 'line-twice',
        weight: 2,
        description: 'The same bank line counts once.',
        check: (seen) => paid(seen, 'U-14') === 500 && booked(seen, 'U-14') === 'B-05',
      },
      {
        id: 'two-of-one-name',
        weight: 2,
        description: 'The payment of a name that two tenants have is not placed.',
        check: (seen) =>
          tableOf(seen.files, 'unplaced.csv', ['bank_id', 'payer', 'amount'])
            .map(({ bank_id, amount }) => `${bank_id} ${Number(amount)}`)
            .join() === 'B-03 820' && paid(seen, 'U-12') === 0,
      },
    ],
    stage1: [
      {
        id: 'arrears-units',
        weight: 1.5,
        description: 'Four units are behind.',
        check: ({ files }) =>
          tableOf(files, 'arrears.csv', ['unit', 'missing', 'fee', 'total'])
            .map(({ unit }) => unit)
            .sort()
            .join() === 'U-12,U-13,U-14,U-15',
      },
      {
        id: 'raised-rent',
        weight: 2.5,
        description: 'The rent of U-13 was raised: 35 is missing, without a fee.',
        check: (seen) => arrears(seen, 'U-13') === '35 0 35',
      },
      {
        id: 'fees',
        weight: 1.5,
        description: 'Much missing bears the fee, an agreement none.',
        check: (seen) =>
          arrears(seen, 'U-12') === '820 25 845' &&
          arrears(seen, 'U-14') === '260 25 285' &&
          arrears(seen, 'U-15') === '30 0 30',
      },
      {
        id: 'reminders',
        weight: 2,
        description: 'Three tenants are reminded, of the right amounts.',
        check: (seen) =>
          told(seen, 'second', /^.*reminder[\s\S]*total[^\d\n-]*845([.,]00?)?(?![.,]?\d)/i) &&
          told(seen, 'jori', /^.*reminder[\s\S]*total[^\d\n-]*35([.,]00?)?(?![.,]?\d)/i) &&
          told(seen, 'agnes', /^.*reminder[\s\S]*total[^\d\n-]*285([.,]00?)?(?![.,]?\d)/i),
      },
      {
        id: 'agreement-respected',
        weight: 1.5,
        description: 'Edda Holm, who has an agreement by now, must not be reminded.',
        check: (seen) => !told(seen, 'holm', /^/),
      },
      {
        id: 'other-marta-in-peace',
        weight: 1,
        description: 'The Marta Sol who paid must not be reminded.',
        check: (seen) => !told(seen, 'first', /^/),
      },
    ],
    stage2: [
      {
        id: 'cents',
        weight: 2,
        description: 'Cents are cents: U-12 has paid 845.',
        check: (seen) => paid(seen, 'U-12') === 845 && booked(seen, 'U-12') === 'B-32',
      },
      {
        id: 'booked-by-colleague',
        weight: 2.5,
        description: 'What a colleague booked by hand is not booked again.',
        check: (seen) =>
          paid(seen, 'U-14') === 760 && paid(seen, 'U-15') === 950 && booked(seen, 'U-14') === 'B-05;B-31',
      },
      {
        id: 'not-for-rent',
        weight: 1.5,
        description: 'A deposit for a brother is not placed.',
        check: (seen) =>
          paid(seen, 'U-13') === 700 &&
          tableOf(seen.files, 'unplaced.csv', ['bank_id', 'payer', 'amount'])
            .map(({ bank_id, amount }) => `${bank_id} ${Number(amount)}`)
            .join() === 'B-03 820,B-33 300',
      },
      {
        id: 'closing',
        weight: 2,
        description: 'What each unit owes with fees, has paid, and the balance.',
        check: (seen) =>
          closed(seen, 'U-11') === '820 820 0' &&
          closed(seen, 'U-12') === '845 845 0' &&
          closed(seen, 'U-13') === '735 700 -35' &&
          closed(seen, 'U-14') === '785 760 -25' &&
          closed(seen, 'U-15') === '980 950 -30',
      },
    ],
    final: [
      {
        id: 'owner-told',
        weight: 2,
        description: 'The owner has the sum and the two payments in the air.',
        check: (seen) =>
          told(
            seen,
            'owner',
            /^.*may closed[\s\S]*balance\W*?:[^\d\n]*[-\u2013\u2212][^\d\n]{0,5}90([.,]00?)?(?![.,]?\d)/i,
          ) && told(seen, 'owner', /^.*may closed[\s\S]*unplaced[^\d\n-]*2\b/i),
      },
    ],
  },
}
export default task

const paid = ({ services }: Checked, wanted: string): number =>
  Number(sheetRows(services, 'Rent roll')!.find(([unit]) => unit === wanted)![4])

/** The bank lines booked on a unit. */
const booked = ({ services }: Checked, wanted: string): string =>
  (sheetRows(services, 'Rent roll')!.find(([unit]) => unit === wanted)![5] ?? '')
    .split(';')
    .map((id) => id.trim())
    .sort()
    .join(';')

const arrears = ({ files }: Checked, unit: string): string => {
  const row = tableOf(files, 'arrears.csv', ['unit', 'missing', 'fee', 'total']).find((one) => one.unit === unit)!
  return `${Number(row.missing)} ${Number(row.fee)} ${Number(row.total)}`
}

/** What a unit owed and paid, and its balance, in the closing. */
const closed = ({ files }: Checked, unit: string): string => {
  const row = tableOf(files, 'closing.csv', ['unit', 'owed', 'paid', 'balance']).find((one) => one.unit === unit)!
  return `${Number(row.owed)} ${Number(row.paid)} ${Number(row.balance)}`
}

/** Whether one of our mails to a user, subject and body, says this. */
const told = ({ services }: Checked, owner: string, said: RegExp): boolean =>
  mailOf(services, owner)
    .filter(({ from }) => from.includes('rents@ashgrove'))
    .some(({ subject, body }) => said.test(`${subject}\n${body}`))
