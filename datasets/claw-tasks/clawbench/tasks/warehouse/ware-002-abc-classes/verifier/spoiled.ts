import { replaced, type Spoiled } from '../../../../../kit/spoil.ts'

const spoiled: readonly Spoiled[] = [
  replaced('the crossing article falls into the lower class', 'result.csv', '20.0,A', '20.0,B'),
  replaced('scrap counted as turnover', 'result.csv', '60.00', '210.00'),
  replaced('returns not taken off', 'result.csv', '336.00,33.6', '360.00,35.1'),
  replaced('articles without turnover left out', 'result.csv', /P[56],.*\n/g, ''),
]
export default spoiled
