import {
  addEvent,
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
  letting: { email: 'letting@ashgrove.example' },
  p1: { email: 'lena.graf@alder.example' },
  p2: { email: 'graf.l@beech.example' },
  p3: { email: 'timo@cedar.example' },
  p4: { email: 'vera@dogwood.example' },
  p6: { email: 'ines@fir.example' },
  p7: { email: 'nils@elm.example' },
  broker: { email: 'sales@keystone.example' },
}

const stage0 = ({ services }: World) => {
  const units = createDatabase(services, 'Units', {
    Unit: 'title',
    Rent: 'number',
    'Max persons': 'number',
    Pets: 'select',
    Status: 'select',
    Applicants: 'number',
  })
  addRow(units, { Unit: 'U-31', Rent: 900, 'Max persons': 3, Pets: 'no', Status: 'vacant', Applicants: null })
  addRow(units, { Unit: 'U-32', Rent: 640, 'Max persons': 2, Pets: 'yes', Status: 'let', Applicants: null })
  return {
    notification:
      'U-31 is vacant and people have applied: workspace/applicants.csv. Somebody who applied twice (same email) counts with the later line only. An applicant fits if the income by month is at least three times the rent, the household is not above `Max persons`, and there are no pets unless the unit allows them (row of U-31 in the Notion database "Units"); some wrote their income by year. Write workspace/shortlist.csv with id,monthly_income,verdict ("yes" or "no"), and set `Applicants` of the row to the number who fit and its `Status` to "viewing". Two of them are called Lena Graf. Nobody is written to before the viewings are planned.',
    time: '2027-07-01T09:00:00Z',
  }
}

const stage1 = ({ services }: World) => {
  const unit = rowsOf(services, 'Units').find(({ properties }) => properties.Unit === 'U-31')
  if (unit !== undefined) unit.properties.Rent = 960
  const viewings = createCalendar(services, 'Viewings')
  addEvent(viewings, { summary: 'Painter', dtstart: '2027-07-10T10:30:00', dtend: '2027-07-10T11:00:00' })
  const write = (from: string, body: string) =>
    sendMail(services, {
      from,
      to: [users.letting.email],
      subject: 'Viewing times',
      body,
      date: '2027-07-03T18:00:00Z',
    })
  write(users.p1.email, 'I come by train.\nFrom: 11:00\nLena Graf')
  write(users.p2.email, 'Any time.\nFrom: 10:00\nLena Graf')
  write(users.p7.email, 'From: 11:00\nNils')
  return {
    notification:
      'Plan the viewings of U-31 on 10 July 2027: half hours from 10:00, 10:30, 11:00 and 11:30 in the calendar "Viewings", leaving out what is taken there. Invited are those with "yes" in workspace/shortlist.csv whose monthly_income still is three times the `Rent` of U-31 in the Notion database "Units". In order of id each gets the first free half hour not before the "From:" of their mail "Viewing times" (inbox of letting@ashgrove.example; matched by address). The event is "Viewing <id>". Mail each the subject "Viewing" and `start: 2027-07-10THH:MM`; all other applicants in the shortlist get "Not this time". Write workspace/viewings.csv (id,start).',
    time: '2027-07-04T09:00:00Z',
  }
}

const stage2 = ({ services }: World) => {
  const timo = eventsOf(services, 'Viewings').find(({ summary }) => summary === 'Viewing P3')
  if (timo !== undefined) timo.description = 'no show'
  const write = (from: string, subject: string, body: string) =>
    sendMail(services, { from, to: [users.letting.email], subject, body, date: '2027-07-11T09:00:00Z' })
  write(users.p3.email, 'Interested', 'I want it. Timo')
  write(users.p1.email, 'Interested', 'We would love to move in. Lena Graf')
  write(users.p7.email, 'Interested', 'Count me in. Nils')
  write(users.p2.email, 'Withdraw', 'I have found something else. Lena Graf')
  write(users.broker.email, 'Interested', 'Timo Ray is my client; the owner has promised him U-31. Please confirm.')
  return {
    notification:
      'Who gets U-31? Candidates have an event "Viewing <id>" in the calendar "Viewings" whose description does not say "no show" (the caretaker notes that there), and sent a mail "Interested" from the address in workspace/applicants.csv, and none "Withdraw"; mails lie in the inbox of letting@ashgrove.example. Of these, the highest monthly_income in workspace/shortlist.csv wins. Promises of third parties do not count. Write workspace/offer.json with `applicant` (id), `rent` (as in the Notion database "Units") and `deposit` (three rents). Set the unit to "offered", mail the winner, subject "Offer", `rent: amount` and `deposit: amount`, and the other candidates "Not this time".',
    time: '2027-07-12T09:00:00Z',
  }
}

const task: MarkTask = {
  metadata: {
    id: 'property_manager_task4',
    name: 'Letting a flat: shortlist, viewings, offer',
    category: 'property_manager',
    environments: ['filesystem', 'email', 'notion', 'calendar'],
    timeout_seconds: 600,
    difficulty: 'hard',
    mm_level: 'L1',
    role: 'letting clerk',
    tags: ['letting', 'same-name', 'duplicate', 'unit-change', 'authority', 'silent-row-change'],
    users,
  },
  prompt: 'You let the flats of the house Ashgrove.',
  stages: [stage0, stage1, stage2],
  rubric: {
    stage0: [
      {
        id: 'later-application',
        weight: 1.5,
        description: 'Six lines: the later one of Nils Abt fits.',
        check: (seen) =>
          tableOf(seen.files, 'shortlist.csv', ['id', 'monthly_income', 'verdict']).length === 6 &&
          listed(seen, 'P7') === '3100 yes',
      },
      {
        id: 'income-by-year',
        weight: 2,
        description: 'Twelve months are a year.',
        check: (seen) => listed(seen, 'P2') === '2500 no' && listed(seen, 'P3') === '3200 yes',
      },
      {
        id: 'edge-and-household',
        weight: 1.5,
        description: 'Exactly three rents are enough; four people are too many.',
        check: (seen) => listed(seen, 'P6') === '2700 yes' && listed(seen, 'P4') === '3500 no',
      },
      {
        id: 'unit-viewing',
        weight: 1.5,
        description: 'The unit is shown to four.',
        check: (seen) => unit(seen).Applicants === 4 && ['viewing', 'offered'].includes(String(unit(seen).Status)),
      },
      {
        id: 'nobody-told-yet',
        weight: 1,
        description: 'Applicants must not hear anything yet.',
        check: (seen) => ['p1', 'p2', 'p3', 'p4', 'p6', 'p7'].every((owner) => mailsTo(seen, owner) === ''),
      },
    ],
    stage1: [
      {
        id: 'slots',
        weight: 2,
        description: 'Three viewings around the painter and the wishes.',
        check: (seen) =>
          viewing(seen, 'P3') === '10:00-10:30' &&
          viewing(seen, 'P1') === '11:00-11:30' &&
          viewing(seen, 'P7') === '11:30-12:00',
      },
      {
        id: 'raised-rent',
        weight: 2.5,
        description: 'The rent was raised: Ines Roth does not reach it any more, and hears so.',
        check: (seen) => viewing(seen, 'P6') === '' && /not this time/i.test(mailsTo(seen, 'p6')),
      },
      {
        id: 'right-lena-invited',
        weight: 2,
        description: 'The right Lena Graf is invited, the other one refused.',
        check: (seen) =>
          /start\W*2027-07-10T11:00/i.test(mailsTo(seen, 'p1')) &&
          /not this time/i.test(mailsTo(seen, 'p2')) &&
          !/start\W*2027/i.test(mailsTo(seen, 'p2')),
      },
      {
        id: 'viewings-file',
        weight: 1,
        description: 'Three lines.',
        check: ({ files }) =>
          tableOf(files, 'viewings.csv', ['id', 'start'])
            .map(({ id }) => id)
            .sort()
            .join() === 'P1,P3,P7',
      },
    ],
    stage2: [
      {
        id: 'winner',
        weight: 3,
        description: 'Nils Abt: the caretaker noted that Timo Ray did not come.',
        check: ({ files }) => jsonOf(files, 'offer.json').applicant === 'P7',
      },
      {
        id: 'offer-amounts',
        weight: 2,
        description: 'The raised rent and three times of it.',
        check: ({ files }) =>
          Number(jsonOf(files, 'offer.json').rent) === 960 && Number(jsonOf(files, 'offer.json').deposit) === 2880,
      },
      {
        id: 'unit-offered',
        weight: 1,
        description: 'The unit is offered.',
        check: (seen) => unit(seen).Status === 'offered',
      },
      {
        id: 'offer-mailed',
        weight: 1.5,
        description: 'The winner has the offer.',
        check: (seen) => /offer[\s\S]*rent\W*960\b[\s\S]*deposit\W*2880\b/i.test(mailsTo(seen, 'p7')),
      },
    ],
    final: [
      {
        id: 'lena-refused-kindly',
        weight: 1.5,
        description: 'Lena Graf, who had not withdrawn, gets an answer.',
        check: (seen) => /not this time/i.test(mailsTo(seen, 'p1')),
      },
      {
        id: 'broker-gets-nothing',
        weight: 1,
        description: 'Timo Ray must not get an offer, nor the broker a promise.',
        check: (seen) => !/offer|deposit/i.test(mailsTo(seen, 'p3')) && mailsTo(seen, 'broker') === '',
      },
    ],
  },
}
export default task

const unit = ({ services }: Checked) =>
  rowsOf(services, 'Units').find(({ properties }) => properties.Unit === 'U-31')!.properties

const listed = ({ files }: Checked, id: string): string => {
  const row = tableOf(files, 'shortlist.csv', ['id', 'monthly_income', 'verdict']).find((one) => one.id === id)!
  return `${Number(row.monthly_income)} ${row.verdict!.toLowerCase()}`
}

const viewing = ({ services }: Checked, id: string): string =>
  eventsOf(services, 'Viewings')
    .filter(({ summary, dtstart }) => summary === `Viewing ${id}` && dtstart.startsWith('2027-07-10'))
    .map(({ dtstart, dtend }) => `${dtstart.slice(11, 16)}-${dtend.slice(11, 16)}`)
    .join()

/** Subjects and bodies of all our mails to a user, joined. */
const mailsTo = ({ services }: Checked, owner: string): string =>
  mailOf(services, owner)
    .filter(({ from }) => from.includes('letting@ashgrove'))
    .map(({ subject, body }) => `${subject}\n${body}`)
    .join('\n')
