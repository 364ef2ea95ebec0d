import { replaced, type Spoiled } from '../../../../../kit/spoil.ts'

const spoiled: readonly Spoiled[] = [
  replaced('a window of eight days', 'analysis.json', '"control": 5', '"control": 6'),
  replaced('Bonferroni instead of Holm', 'analysis.json', '0.038345', '0.057517'),
  replaced('crossed users kept', 'excluded.csv', /u09,crossed\n?/, ''),
  replaced('staff who never took part are listed', 'excluded.csv', /$/, '\nu77,staff\n'),
  replaced('a difference that is not significant held against it', 'decision.txt', 'ship', 'keep'),
  replaced('the variances not pooled', 'analysis.json', '3.200529', '3.612'),
]
export default spoiled
