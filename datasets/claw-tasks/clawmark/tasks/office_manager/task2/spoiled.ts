import { sheetRows } from '@lawbook/benchmarks'
import type { SpoiledStage } from '../../../../testing.ts'

const spoiled: SpoiledStage[] = [
  {
    name: 'the price list of January was used',
    stage: 0,
    spoil: (files) => {
      const text = new TextDecoder().decode(files.get('order.csv')!)
      files.set('order.csv', new TextEncoder().encode(text.replace('269.50', '242.00').replace('34.20', '32.40')))
    },
  },
  {
    name: 'ordered by the stock of the day before',
    stage: 1,
    spoil: (files, services) => {
      files.set(
        'order.csv',
        new TextEncoder().encode(
          'item,packs,cost\nFilter paper,6,23.40\nPrinter paper,11,269.50\nWhiteboard markers,3,46.80\nSoap,3,34.20\n',
        ),
      )
      const mail = services.email.mail.filter(({ owner }) => owner === 'supplier').at(-1)!
      mail.body = mail.body.replace(/Coffee beans: \d+/, 'Printer paper: 11')
    },
  },
  {
    name: 'the repeated line was booked twice',
    stage: 2,
    spoil: (_, services) => {
      sheetRows(services, 'Supplies')![6]![2] = '37'
    },
  },
  {
    name: 'pieces were booked as packs',
    stage: 2,
    spoil: (_, services) => {
      sheetRows(services, 'Supplies')![2]![2] = '402'
    },
  },
]
export default spoiled
