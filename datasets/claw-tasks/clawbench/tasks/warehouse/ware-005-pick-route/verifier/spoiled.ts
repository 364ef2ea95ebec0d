import { instead, replaced, type Spoiled } from '../../../../../kit/spoil.ts'

const spoiled: readonly Spoiled[] = [
  replaced('racks sorted as text', 'route.csv', /1,A-9-3,G-2,6\n2,(.*)\n3,(.*)\n/, '1,$1\n2,$2\n3,A-9-3,G-2,6\n'),
  replaced(
    'aisle B counted though nothing is there',
    'route.csv',
    /8,E-11-2,G-5,3\n9,E-2-1,G-5,1/,
    '8,E-2-1,G-5,1\n9,E-11-2,G-5,3',
  ),
  replaced(
    'shelves turned round with the racks',
    'route.csv',
    /5,C-3-1,G-8,2\n6,C-3-2,G-9,1/,
    '5,C-3-2,G-9,1\n6,C-3-1,G-8,2',
  ),
  instead('one stop only', 'route.csv', 'stop,bin,sku,qty\n1,A-9-3,G-2,6\n'),
  replaced('rack and shelf of a stop exchanged', 'route.csv', 'D-4-2', 'D-2-4'),
  replaced(
    'the quantities of one article in the order of the orders',
    'route.csv',
    /E-11-2,G-5,3\n9,E-2-1,G-5,1/,
    'E-11-2,G-5,1\n9,E-2-1,G-5,3',
  ),
]
export default spoiled
