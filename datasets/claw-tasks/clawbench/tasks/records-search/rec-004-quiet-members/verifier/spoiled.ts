import { replaced, type Spoiled } from '../../../../../kit/spoil.ts'

const spoiled: readonly Spoiled[] = [
  replaced('those who never borrowed are lost', 'result.csv', /M3,.*\nM6,.*\n/, ''),
  replaced('exactly a year ago taken for recent', 'result.csv', /M1,.*\n?/, ''),
  replaced('membership that ends today dropped', 'result.csv', /M6,.*\n/, ''),
  replaced('the day of return looked at', 'result.csv', '2022-02-02', '2025-12-01'),
  replaced('a new member written to', 'result.csv', 'M6,', 'M5,"Voss, Ina",ina@voss.example,\nM6,'),
]
export default spoiled
