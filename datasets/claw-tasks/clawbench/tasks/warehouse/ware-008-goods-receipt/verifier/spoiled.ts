import { replaced, type Spoiled } from '../../../../../kit/spoil.ts'

const spoiled: readonly Spoiled[] = [
  replaced('tolerance rounded up', 'putaway.csv', /Q1,RETURN,3([\s\S]*)Q1,D-01,68/, 'Q1,RETURN,2$1Q1,D-01,69'),
  replaced('the bin already in use was passed over', 'putaway.csv', /Q1,D-04,26\nQ1,D-01,68/, 'Q1,D-01,94'),
  replaced('the first scan of a carton counted', 'discrepancies.json', '"found": 23', '"found": 20'),
  replaced('damaged units credited', 'po_update.csv', '4003,Q2,21,3', '4003,Q2,23,1'),
  replaced('surplus shown as negative', 'po_update.csv', '4002,Q1,54,0', '4002,Q1,54,-4'),
  replaced('what the bins held before was put away too', 'putaway.csv', /$/, 'Q9,C-03,3\n'),
]
export default spoiled
