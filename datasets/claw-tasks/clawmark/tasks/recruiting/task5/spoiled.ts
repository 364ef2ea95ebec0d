import { rowsOf, sheetRows } from '@lawbook/benchmarks'
import type { SpoiledStage } from '../../../../testing.ts'

const spoiled: SpoiledStage[] = [
  {
    name: 'an old submission was let own',
    stage: 0,
    spoil: (_, services) => {
      rowsOf(services, 'Candidates').find(({ properties }) => properties.Number === 'E-1')!.properties.Source =
        'Brightfold'
    },
  },
  {
    name: 'the fee of the first salary was accepted',
    stage: 1,
    spoil: (files) => {
      const text = new TextDecoder().decode(files.get('fee_check.csv')!)
      files.set(
        'fee_check.csv',
        new TextEncoder().encode(text.replace('BF-301,wrong amount,9720.00', 'BF-301,ok,9900.00')),
      )
    },
  },
  {
    name: 'the promise of a manager was paid',
    stage: 2,
    spoil: (_, services) => {
      const rows = sheetRows(services, 'Fees')!
      rows.findLast((row) => row[0] === 'E-2')![3] = '1500.00'
    },
  },
  {
    name: 'all of the fee was claimed back',
    stage: 2,
    spoil: (_, services) => {
      sheetRows(services, 'Fees')!.find((row) => row[2] === 'refund')![3] = '-9720.00'
    },
  },
  {
    name: 'the list names another source than the register',
    stage: 0,
    spoil: (files) => {
      const text = new TextDecoder().decode(files.get('owners.csv')!)
      files.set('owners.csv', new TextEncoder().encode(text.replace('E-1,Kestrel Talent', 'E-1,Brightfold')))
    },
  },
  {
    name: 'a right invoice was listed with nothing owed',
    stage: 1,
    spoil: (files) => {
      const text = new TextDecoder().decode(files.get('fee_check.csv')!)
      files.set('fee_check.csv', new TextEncoder().encode(text.replace('KT-77,ok,11760.00', 'KT-77,ok,0.00')))
    },
  },
  {
    name: 'the fee was entered for the wrong agency',
    stage: 1,
    spoil: (_, services) => {
      sheetRows(services, 'Fees')!.find((row) => row[0] === 'E-1')![1] = 'Brightfold'
    },
  },
]
export default spoiled
