import { replaced, type Spoiled } from '../../../../../kit/spoil.ts'

const spoiled: readonly Spoiled[] = [
  replaced('movements taken in the order of the file', 'result.csv', 'S-20,80', 'S-20,70'),
  replaced('a second upload counted', 'result.csv', 'S-12,22', 'S-12,52'),
  replaced('a count added like a receipt', 'result.csv', 'S-21,24', 'S-21,46'),
  replaced('an empty shelf left out', 'result.csv', /S-11,0\n/, ''),
]
export default spoiled
