import { replaced, type Spoiled } from '../../../../../kit/spoil.ts'

const spoiled: readonly Spoiled[] = [
  replaced('leading zeros are lost', 'balances.csv', '0400,', '400,'),
  replaced('April was counted', 'balances.csv', '89.95,0.00,89.95', '134.95,0.00,134.95'),
  replaced('an account without lines is left out', 'balances.csv', /6800.*\n/, ''),
  replaced('credit balances shown without a sign', 'balances.csv', '-2100.00', '2100.00'),
  replaced('accounts without their names', 'balances.csv', /Equipment|Bank/, ''),
  replaced('a name on the total', 'balances.csv', 'TOTAL,,', 'TOTAL,Total,'),
]
export default spoiled
