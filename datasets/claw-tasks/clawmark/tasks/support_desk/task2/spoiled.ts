import { sheetRows } from '@lawbook/benchmarks'
import type { SpoiledStage } from '../../../../testing.ts'

const row = (services: Parameters<SpoiledStage['spoil']>[1], wanted: string): string[] =>
  sheetRows(services, 'Refunds')!.find(([order]) => order === wanted)!

const spoiled: SpoiledStage[] = [
  {
    name: 'entered the request that came twice twice',
    stage: 0,
    spoil: (_files, services) => {
      sheetRows(services, 'Refunds')!.push(['A1', '80.00', 'to pay'])
    },
  },
  {
    name: 'paid an order that was charged back',
    stage: 1,
    spoil: (files, services) => {
      files.set('payrun.csv', Buffer.from('order,amount_cents\nA1,8000\nA3,23000\nA6,4550\n'))
      row(services, 'A1')[2] = 'paid'
    },
  },
  {
    name: 'sent the bank whole units',
    stage: 1,
    spoil: (files) => files.set('payrun.csv', Buffer.from('order,amount_cents\nA3,230.00\nA6,45.50\n')),
  },
  {
    name: 'took the sum of the own pay run',
    stage: 2,
    spoil: (files) => {
      const text = Buffer.from(files.get('summary.json')!).toString()
      files.set('summary.json', Buffer.from(text.replace('245', '230')))
    },
  },
]
export default spoiled
