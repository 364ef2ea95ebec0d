import { replaced, type Spoiled } from '../../../../../kit/spoil.ts'

const spoiled: readonly Spoiled[] = [
  replaced('the month of joining counted', 'entitlements.csv', 'F2,10,2004.17', 'F2,11,2204.58'),
  replaced('each absence looked at alone', 'entitlements.csv', 'F7,11,2429.17', 'F7,12,2650.00'),
  replaced('fifteen days already too many', 'entitlements.csv', 'F7,11,2429.17', 'F7,10,2208.33'),
  replaced('a leaver a day too early was paid', 'entitlements.csv', 'F5,0,0.00', 'F5,10,3000.00'),
]
export default spoiled
