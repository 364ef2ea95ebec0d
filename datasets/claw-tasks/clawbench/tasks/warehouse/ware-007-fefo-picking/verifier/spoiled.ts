import { replaced, type Spoiled } from '../../../../../kit/spoil.ts'

const spoiled: readonly Spoiled[] = [
  replaced('a day of remaining life too few', 'picked.csv', '509,L9,D-2,20', '509,L8,D-1,20'),
  replaced('a single-lot customer got part of an order', 'picked.csv', /(506,)/, '505,L7,C-3,30\n$1'),
  replaced('blocked goods left first', 'picked.csv', '501,L1,B-1,20\n501,L2,B-2,5', '501,L4,B-4,25'),
  replaced('the whole order called short', 'shortages.json', '"506": 7', '"506": 15'),
]
export default spoiled
