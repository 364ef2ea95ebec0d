import { replaced, type Spoiled } from '../../../../../kit/spoil.ts'

const spoiled: readonly Spoiled[] = [
  replaced('lowest points dropped instead of lowest percentage', 'standing.csv', 'amy,88.7', 'amy,87.0'),
  replaced('an empty cell taken for excused', 'standing.csv', 'ben,62.5,D', 'ben,72.5,C'),
  replaced('an excused category counted as zero', 'standing.csv', 'cai,91.1,A', 'cai,63.8,D'),
  replaced('letter before rounding', 'standing.csv', 'eli,80.0,B', 'eli,80.0,C'),
  replaced('the only homework dropped', 'standing.csv', 'dee,77.3', 'dee,80.4'),
]
export default spoiled
