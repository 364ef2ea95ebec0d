import { sendMail, sheetRows } from '@lawbook/benchmarks'
import type { SpoiledStage } from '../../../../testing.ts'

const unit = (services: Parameters<SpoiledStage['spoil']>[1], wanted: string): string[] =>
  sheetRows(services, 'Rent roll')!.find(([name]) => name === wanted)!

const spoiled: SpoiledStage[] = [
  {
    name: 'guessed between two of one name',
    stage: 0,
    spoil: (files, services) => {
      files.set('unplaced.csv', Buffer.from('bank_id,payer,amount\n'))
      unit(services, 'U-12')[4] = '820'
    },
  },
  {
    name: 'did not note which bank lines are booked',
    stage: 0,
    spoil: (_files, services) => {
      for (const row of sheetRows(services, 'Rent roll')!.slice(1)) row[5] = ''
    },
  },
  {
    name: 'took an agreement for money paid',
    stage: 1,
    spoil: (files) => {
      const text = Buffer.from(files.get('arrears.csv')!).toString()
      files.set('arrears.csv', Buffer.from(text.replace('U-15,30.00,0.00,30.00', 'U-15,0.00,0.00,0.00')))
    },
  },
  {
    name: 'reminded of a wrong amount',
    stage: 1,
    spoil: (_files, services) => {
      for (const mail of services.email.mail) mail.body = mail.body.replace('total: 35.00', 'total: 35.50')
    },
  },
  {
    name: 'used the rent of last week',
    stage: 1,
    spoil: (files) => {
      const text = Buffer.from(files.get('arrears.csv')!).toString()
      files.set('arrears.csv', Buffer.from(text.replace('U-13,35.00,0.00,35.00\n', '')))
    },
  },
  {
    name: 'reminded in spite of an agreement',
    stage: 1,
    spoil: (_files, services) =>
      sendMail(services, {
        from: 'rents@ashgrove.example',
        to: ['edda@holm.example'],
        subject: 'Reminder',
        body: 'total: 30.00',
      }),
  },
  {
    name: 'closed without the fee in what is owed',
    stage: 2,
    spoil: (files) => {
      const text = Buffer.from(files.get('closing.csv')!).toString()
      files.set('closing.csv', Buffer.from(text.replace('U-12,845,845,0', 'U-12,820,845,0')))
    },
  },
  {
    name: 'told the owner under the subject of a reminder',
    stage: 2,
    spoil: (_files, services) => {
      for (const mail of services.email.mail) if (mail.subject === 'May closed') mail.subject = 'Reminder'
    },
  },
  {
    name: 'booked again what a colleague had booked',
    stage: 2,
    spoil: (_files, services) => {
      unit(services, 'U-14')[4] = '1020'
    },
  },
]
export default spoiled
