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
]
export default spoiled
