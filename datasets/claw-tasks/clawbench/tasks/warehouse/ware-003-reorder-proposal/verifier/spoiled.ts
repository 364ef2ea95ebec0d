import { replaced, type Spoiled } from '../../../../../kit/spoil.ts'

const spoiled: readonly Spoiled[] = [
  replaced('bought at the reorder point already', 'plan.csv', /(Baska,T3)/, 'Baska,T2,2,100,75.00\n$1'),
  replaced('packs rounded down', 'plan.csv', 'T1,6,72,144.00', 'T1,5,60,120.00'),
  replaced('ordered below the minimum', 'plan.csv', /(Norrwin,T1)/, 'Corvel,T5,2,20,24.00\n$1'),
  replaced('shipped goods taken off twice', 'plan.csv', 'T3,3,15,165.00', 'T3,7,35,385.00'),
]
export default spoiled
