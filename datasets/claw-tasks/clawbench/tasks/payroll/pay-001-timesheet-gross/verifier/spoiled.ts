import { replaced, type Spoiled } from '../../../../../kit/spoil.ts'

const spoiled: readonly Spoiled[] = [
  replaced('only the total rounded', 'gross.csv', '18.50,291.38', '18.58,292.69'),
  replaced('the two visits of a day rounded apart', 'gross.csv', '18.50,291.38', '18.25,287.44'),
  replaced('exact minutes paid', 'gross.csv', '20.00,368.00', '20.05,368.92'),
  replaced('people without hours left out', 'gross.csv', /W3.*\n/, ''),
]
export default spoiled
