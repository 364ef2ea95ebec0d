import { replaced, type Spoiled } from '../../../../../kit/spoil.ts'

const spoiled: readonly Spoiled[] = [
  replaced('quiet hours were left out', 'summary.csv', /.*,0,0,0,0\n/g, ''),
  replaced('a foreign line was counted', 'summary.csv', /(T22:00Z),1,1,0,1/, '$1,1,1,0,2'),
  replaced('local hours', 'summary.csv', '2026-07-02T21:00Z', '2026-07-02T23:00Z'),
  replaced('numbers in the request were read', 'summary.csv', 'T00:00Z,1,0,2,0', 'T00:00Z,0,0,2,1'),
]
export default spoiled
