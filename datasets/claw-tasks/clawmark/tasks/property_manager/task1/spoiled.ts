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
    name: 'booked again what a colleague had booked',
    stage: 2,
    spoil: (_files, services) => {
      unit(services, 'U-14')[4] = '1020'
    },
  },
]
export default spoiled
