import { replaced, type Spoiled } from '../../../../../kit/spoil.ts'

const spoiled: readonly Spoiled[] = [
  replaced('discount granted a day late', 'allocation.csv', 'P3,R3,441.00,0.00', 'P3,R3,441.00,9.00'),
  replaced(
    'oldest invoice before the named one',
    'allocation.csv',
    /P4,R5,240.00,0.00\nP4,R4,20.00/,
    'P4,R4,100.00,0.00\nP4,R5,160.00',
  ),
  replaced('a customer on hold was dunned', 'dunning.csv', /(R4,)/, 'R7,K3,60,133.33,2\n$1'),
  replaced('grace days read as from the fourteenth on', 'dunning.csv', /$/, 'R10,K1,14,88.00,1\n'),
  replaced('sixty days taken for over sixty', 'aging.json', '"d31_60": 133.33', '"d31_60": 0'),
  replaced('the rest of a payment is lost', 'aging.json', '"unapplied": 30', '"unapplied": 0'),
]
export default spoiled
