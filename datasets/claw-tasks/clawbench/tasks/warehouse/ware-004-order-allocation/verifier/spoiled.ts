import { replaced, type Spoiled } from '../../../../../kit/spoil.ts'

const spoiled: readonly Spoiled[] = [
  replaced('the reserve was given away', 'plan.csv', 'O-32,short,U3:1', 'O-32,ship,'),
  replaced('only the first missing article named', 'plan.csv', 'U1:1;U4:1', 'U1:1'),
  replaced('two lines of one article looked at apart', 'plan.csv', 'O-39,short,U3:1', 'O-39,ship,'),
  replaced('the last day taken for later', 'plan.csv', 'O-37,ship', 'O-37,later'),
  replaced('a short order kept its units', 'left.json', '"U1": 0', '"U1": -3'),
]
export default spoiled
