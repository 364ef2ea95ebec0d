import { replaced, type Spoiled } from '../../../../../kit/spoil.ts'

const spoiled: readonly Spoiled[] = [
  replaced('a spanned row was left short', 'table.csv', 'Raft,Week,90 €,', 'Week,,,'),
  replaced('a spanned column was left empty', 'table.csv', 'on request,on request', 'on request,'),
  replaced('a footnote mark stayed', 'table.csv', 'Skiff,Day', 'Skiff1,Day'),
  replaced('a commented row came in', 'table.csv', /$/, 'Pedalo,Day,40 €,\n'),
]
export default spoiled
