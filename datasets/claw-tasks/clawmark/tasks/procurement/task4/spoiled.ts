import { rowsOf, sheetRows } from '@lawbook/benchmarks'
import type { SpoiledStage } from '../../../../testing.ts'

const spoiled: SpoiledStage[] = [
  {
    name: 'the split request went to the team lead',
    stage: 0,
    spoil: (_, services) => {
      for (const { properties } of rowsOf(services, 'Requests'))
        if (properties.Requester === 'Birgit') properties.Approver = 'ines@marrowfield.example'
    },
  },
  {
    name: 'the budget of the day before was used',
    stage: 1,
    spoil: (_, services) => {
      rowsOf(services, 'Requests').find(({ properties }) => properties.Request === 'R-05')!.properties.Status =
        'approved'
      sheetRows(services, 'Budgets')![2]![3] = '8080.00'
    },
  },
  {
    name: 'spent by the amounts that were asked for',
    stage: 2,
    spoil: (_, services) => {
      sheetRows(services, 'Budgets')![2]![2] = '2580.00'
    },
  },
  {
    name: 'the withdrawn request stayed committed',
    stage: 2,
    spoil: (_, services) => {
      sheetRows(services, 'Budgets')![1]![3] = '150.00'
    },
  },
]
export default spoiled
