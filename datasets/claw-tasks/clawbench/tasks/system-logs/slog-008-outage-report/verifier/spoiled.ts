import { replaced, type Spoiled } from '../../../../../kit/spoil.ts'

const spoiled: readonly Spoiled[] = [
  replaced('a single good minute ended an outage', 'incidents.csv', /T14:07Z,17,8/, 'T14:05Z,9,7'),
  replaced('an aborted release was blamed', 'incidents.csv', 'cart 2.0.1', 'stock 3.2'),
  replaced('maintenance was counted', 'summary.csv', /\n.*/, '\n60,24,60.000,8'),
  replaced('a lone bad minute was forgotten', 'summary.csv', /6\n$/, '5\n'),
  replaced('an error before the outage was taken', 'incidents.csv', 'cart 2.0.1,cart', 'cart 2.0.1,search'),
]
export default spoiled
