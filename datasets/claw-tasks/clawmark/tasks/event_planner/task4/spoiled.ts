import { sheetRows } from '@lawbook/benchmarks'
import type { SpoiledStage } from '../../../../testing.ts'

const line = (services: Parameters<SpoiledStage['spoil']>[1], wanted: string): string[] =>
  sheetRows(services, 'Event budget')!.find(([name]) => name === wanted)!

const spoiled: SpoiledStage[] = [
  {
    name: 'booked the double invoice twice',
    stage: 0,
    spoil: (_files, services) => {
      line(services, 'Stage')[2] = '3600'
    },
  },
  {
    name: 'took cents for whole money',
    stage: 1,
    spoil: (_files, services) => {
      line(services, 'Catering')[2] = '123940'
    },
  },
  {
    name: 'held against the budget of April',
    stage: 1,
    spoil: (files) => files.set('overspend.json', Buffer.from('{}')),
  },
  {
    name: 'booked what the stage manager wished',
    stage: 2,
    spoil: (_files, services) => {
      line(services, 'Stage')[1] = '3400'
      line(services, 'Contingency')[1] = '100'
    },
  },
]
export default spoiled
