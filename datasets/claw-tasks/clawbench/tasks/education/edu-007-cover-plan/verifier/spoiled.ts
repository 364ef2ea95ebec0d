import { replaced, type Spoiled } from '../../../../../kit/spoil.ts'

const spoiled: readonly Spoiled[] = [
  replaced('the limit forgotten', 'cover.csv', 'Tamm,no', 'Roth,yes'),
  replaced('absent for a part taken for the whole day', 'cover.csv', 'Berg,Hall,yes', 'Berg,Reed,no'),
  replaced('fairness put before the subject', 'cover.csv', 'Berg,Roth,yes', 'Berg,Tamm,no'),
  replaced('somebody in two rooms at once', 'cover.csv', 'Hall,none,no', 'Hall,Reed,no'),
  replaced('the lesson nobody takes is lost', 'cover.csv', /13,.*\n?/, ''),
]
export default spoiled
