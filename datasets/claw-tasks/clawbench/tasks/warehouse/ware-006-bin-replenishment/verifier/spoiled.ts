import { replaced, type Spoiled } from '../../../../../kit/spoil.ts'

const spoiled: readonly Spoiled[] = [
  replaced(
    'pallets by number',
    'route.csv',
    /PL-3,B-02-1,V1,30\nPL-1,B-02-1,V1,18/,
    'PL-1,B-02-1,V1,25\nPL-3,B-02-1,V1,23',
  ),
  replaced('filled from zero, not from the remaining figure', 'route.csv', 'PL-7,D-01-1,V4,9', 'PL-7,D-01-1,V4,12'),
  replaced('refilled at the minimum', 'route.csv', /(PL-7)/, 'PL-6,A-03-2,V2,20\n$1'),
  replaced('missing before the refill', 'short.json', ': 2', ': 5'),
  replaced('more than the pallet holds', 'route.csv', 'PL-5,C-01-1,V3,3', 'PL-5,C-01-1,V3,15'),
  replaced('another article was brought', 'route.csv', 'PL-5,C-01-1,V3,3', 'PL-7,C-01-1,V4,15'),
]
export default spoiled
