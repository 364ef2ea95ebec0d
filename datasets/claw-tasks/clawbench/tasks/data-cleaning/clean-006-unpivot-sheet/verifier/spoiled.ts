import { replaced, type Spoiled } from '../../../../../kit/spoil.ts'

const spoiled: readonly Spoiled[] = [
  replaced(
    'an empty cell taken for zero',
    'tidy.csv',
    'Harbour,Chain,Q2,in',
    'Harbour,Chain,Q1,out,0\nHarbour,Chain,Q2,in',
  ),
  replaced('a dash taken for not counted', 'tidy.csv', 'Harbour,Anchor,Q2,out,0\n', ''),
  replaced('a quarter over one column only', 'tidy.csv', 'Harbour,Rope,Q1,out', 'Harbour,Rope,,out'),
  replaced('a sum line among the items', 'tidy.csv', 'Hill,Rope,Q1,in', 'Sum Harbour,,Q1,in,1245\nHill,Rope,Q1,in'),
  replaced('the total checked against the stated sums', 'mismatches.json', '333', '331'),
  replaced('a dash left empty', 'tidy.csv', 'Harbour,Rope,Q2,in,0', 'Harbour,Rope,Q2,in,'),
  replaced('the second warehouse first', 'tidy.csv', /((?:Harbour,.*\n)+)((?:Hill,.*\n)+)/, '$2$1'),
]
export default spoiled
