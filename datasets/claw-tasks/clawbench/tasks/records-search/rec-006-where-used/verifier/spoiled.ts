import { replaced, type Spoiled } from '../../../../../kit/spoil.ts'

const spoiled: readonly Spoiled[] = [
  replaced('an old name of an assembly missed', 'usage.csv', 'TRAILER,24', 'TRAILER,4'),
  replaced('only direct uses counted', 'usage.csv', 'BIKE,9', 'BIKE,4'),
  replaced('one step of the chain followed', 'usage.csv', /SEAT.*\n/, ''),
  replaced('the longest way told', 'usage.csv', 'BIKE,9,1', 'BIKE,9,3'),
  replaced('every bike called a product', 'usage.csv', 'BIKE,9,1,no', 'BIKE,9,1,yes'),
  replaced('what is no product left empty', 'usage.csv', 'WHEEL,2,2,no', 'WHEEL,2,2,'),
]
export default spoiled
