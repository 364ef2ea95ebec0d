import { rowsOf, sendMail } from '@lawbook/benchmarks'
import type { SpoiledStage } from '../../../../testing.ts'

const spoiled: SpoiledStage[] = [
  {
    name: 'believed the word urgent',
    stage: 0,
    spoil: (_files, services) => {
      const row = rowsOf(services, 'Tickets').find(({ properties }) => properties.Ticket === 'T-105')
      row!.properties.Priority = 'P1'
    },
  },
  {
    name: 'used the plan of the morning',
    stage: 1,
    spoil: (files) => {
      const text = 'ticket,due\nT-101,2027-02-01T09:40\nT-102,2027-02-01T12:20\nT-106,2027-02-01T13:30\n'
      files.set('due.csv', Buffer.from(`${text}T-104,2027-02-01T17:00\nT-105,2027-02-03T09:05\n`))
    },
  },
  {
    name: 'a day in place of two for the lowest priority',
    stage: 1,
    spoil: (files) => {
      const text = Buffer.from(files.get('due.csv')!).toString()
      files.set('due.csv', Buffer.from(text.replace('T-105,2027-02-03T09:05', 'T-105,2027-02-02T09:05')))
    },
  },
  {
    name: 'mailed the time of the old plan',
    stage: 1,
    spoil: (_files, services) => {
      for (const mail of services.email.mail) mail.body = mail.body.replace('2027-02-01T10:30', '2027-02-01T17:00')
    },
  },
  {
    name: 'counted automatic replies',
    stage: 2,
    spoil: (files) =>
      files.set(
        'sla_report.json',
        Buffer.from('{"met": ["T-101", "T-102", "T-104"], "missed": ["T-105"], "rate": 0.75}'),
      ),
  },
  {
    name: 'apologised to a customer served in time',
    stage: 2,
    spoil: (_files, services) =>
      sendMail(services, {
        from: 'desk@larkware.example',
        to: ['office@nettlebakery.example'],
        subject: 'Our apologies',
        body: 'We answered T-106 too late.',
      }),
  },
]
export default spoiled
