import { sheetRows } from '@lawbook/benchmarks'
import type { SpoiledStage } from '../../../../testing.ts'

const spoiled: SpoiledStage[] = [
  {
    name: 'the replaced quote was compared',
    stage: 0,
    spoil: (files) => {
      const text = new TextDecoder().decode(files.get('comparison.csv')!)
      files.set('comparison.csv', new TextEncoder().encode(text.replace('9471.00', '8799.00')))
    },
  },
  {
    name: "yesterday's rates were used",
    stage: 1,
    spoil: (files) => {
      const text = new TextDecoder().decode(files.get('comparison.csv')!)
      files.set(
        'comparison.csv',
        new TextEncoder().encode(text.replace('9831.80', '9471.00').replace('9758.00', '9594.00')),
      )
    },
  },
  {
    name: 'a number was used twice',
    stage: 2,
    spoil: (_, services) => {
      sheetRows(services, 'Orders')!.at(-1)![0] = '5103'
    },
  },
  {
    name: 'the losers were told the price',
    stage: 2,
    spoil: (_, services) => {
      for (const mail of services.email.mail)
        if (mail.owner === 'norvik') mail.body += ' Halden Seating won at 9734.00 EUR.'
    },
  },
  {
    name: 'the weeks of one bidder were taken for another',
    stage: 0,
    spoil: (files) => {
      const text = new TextDecoder().decode(files.get('comparison.csv')!)
      files.set('comparison.csv', new TextEncoder().encode(text.replace('9471.00,6', '9471.00,5')))
    },
  },
  {
    name: 'the file was left in the order of last week',
    stage: 1,
    spoil: (files) => {
      const text = new TextDecoder().decode(files.get('comparison.csv')!)
      files.set(
        'comparison.csv',
        new TextEncoder().encode(
          text.replace(
            'Halden Seating,9734.00,4\nPemberly & Co,9758.00,5',
            'Pemberly & Co,9758.00,5\nHalden Seating,9734.00,4',
          ),
        ),
      )
    },
  },
  {
    name: 'a loser read of another loser and its price',
    stage: 2,
    spoil: (_, services) => {
      for (const mail of services.email.mail)
        if (mail.owner === 'norvik') mail.body += ' Pemberly was dearer, too, at 24.40 a piece.'
    },
  },
]
export default spoiled
