import { eventsOf, sendMail } from '@lawbook/benchmarks'
import type { SpoiledStage } from '../../../../testing.ts'

const spoiled: SpoiledStage[] = [
  {
    name: 'passed nobody over',
    stage: 0,
    spoil: (files) => files.set('rota.csv', Buffer.from('week,agent\nW1,A1\nW2,A2\nW3,A3\nW4,A4\nW5,A1\nW6,A2\n')),
  },
  {
    name: 'did not look who is away by now',
    stage: 1,
    spoil: (files, services) => {
      const text = Buffer.from(files.get('swaps.csv')!).toString()
      files.set('swaps.csv', Buffer.from(text.replace('away', 'made')))
      const week = (monday: string) => eventsOf(services, 'On call').find(({ dtstart }) => dtstart.startsWith(monday))!
      week('2027-06-07').summary = 'On call: A4'
      week('2027-06-21').summary = 'On call: A1'
    },
  },
  {
    name: 'told the holder of a swap that was refused',
    stage: 1,
    spoil: (_files, services) =>
      sendMail(services, {
        from: 'rota@larkware.example',
        to: ['teo.mark@larkware.example'],
        subject: 'Swap made',
        body: 'W1 with W3',
      }),
  },
  {
    name: 'left the old name in a swapped week',
    stage: 1,
    spoil: (_files, services) => {
      const week = eventsOf(services, 'On call').find(({ dtstart }) => dtstart.startsWith('2027-06-14'))!
      week.description = 'Sofia Brand'
    },
  },
  {
    name: 'handed over by the old rota',
    stage: 2,
    spoil: (files) =>
      files.set('handover.json', Buffer.from('{"incoming": "A2", "tickets": ["T-322", "T-331", "T-310"]}')),
  },
  {
    name: 'handed over to the other Kim Lee',
    stage: 2,
    spoil: (_files, services) =>
      sendMail(services, {
        from: 'rota@larkware.example',
        to: ['kim.lee2@larkware.example'],
        subject: 'Handover',
        body: 'T-322, T-331, T-310',
      }),
  },
  {
    name: 'mailed a stand-in week to the other agent',
    stage: 3,
    spoil: (_files, services) => {
      for (const mail of services.email.mail)
        mail.body = mail.body.replace('A3: 150.00', 'A3: 300.00').replace('A2: 150.00\n', '')
    },
  },
  {
    name: 'paid by the rota that was planned',
    stage: 3,
    spoil: (files) => files.set('pay.csv', Buffer.from('agent,weeks,amount\nA1,2,410.00\nA3,1,150.00\nA4,1,180.00\n')),
  },
]
export default spoiled
