import { replaced, type Spoiled } from '../../../../../kit/spoil.ts'

const spoiled: readonly Spoiled[] = [
  replaced('days of next January counted', 'entitlements.csv', 'G1,25,16,9', 'G1,25,19,6'),
  replaced('five-day weeks for everybody', 'entitlements.csv', 'G2,17,8,9', 'G2,17,10,7'),
  replaced('the holiday given back a second time', 'entitlements.csv', 'G5,19,8,11', 'G5,19,7,12'),
  replaced('rounded to the nearest half day', 'entitlements.csv', 'G2,17,8,9', 'G2,16.5,8,8.5'),
  replaced('no balance below zero', 'entitlements.csv', '-2.5', '0'),
]
export default spoiled
