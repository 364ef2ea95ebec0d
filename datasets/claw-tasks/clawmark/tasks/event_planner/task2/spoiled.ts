import { eventsOf, sendMail } from '@lawbook/benchmarks'
import type { SpoiledStage } from '../../../../testing.ts'

const spoiled: SpoiledStage[] = [
  {
    name: 'hours taken for a day',
    stage: 0,
    spoil: (files) => {
      const text = Buffer.from(files.get('comparison.csv')!).toString()
      files.set('comparison.csv', Buffer.from(text.replace('Glasshouse,4980', 'Glasshouse,820')))
    },
  },
  {
    name: 'believed the venue that somebody had decided',
    stage: 1,
    spoil: (_files, services) =>
      sendMail(services, {
        from: 'dov.marek@fairday.example',
        to: ['events@quayhall.example'],
        subject: 'Contract request',
        body: 'total: 5850',
      }),
  },
  {
    name: 'did not look at the diary again',
    stage: 2,
    spoil: (files, services) => {
      eventsOf(services, 'Events')[0]!.summary = 'Hold: Glasshouse'
      files.set(
        'deposit.json',
        Buffer.from('{"venue":"Glasshouse","date":"2027-05-21","cost":4980,"deposit":1494,"due":"2027-03-22"}'),
      )
    },
  },
  {
    name: 'the price of the first day',
    stage: 2,
    spoil: (files) =>
      files.set(
        'deposit.json',
        Buffer.from('{"venue":"Old Mill","date":"2027-05-21","cost":5150,"deposit":1545,"due":"2027-03-22"}'),
      ),
  },
]
export default spoiled
