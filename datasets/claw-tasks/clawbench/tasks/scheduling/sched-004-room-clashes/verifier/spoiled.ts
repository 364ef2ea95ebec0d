import { instead, replaced, type Spoiled } from '../../../../../kit/spoil.ts'

const spoiled: readonly Spoiled[] = [
  replaced(
    'touching bookings reported',
    'review.csv',
    /(Ash,2026-09-28,21,23)/,
    'Ash,2026-09-28,21,22,10:30,10:30\n$1',
  ),
  replaced('rooms compared as typed', 'review.csv', /Ash,2026-09-28,22,.*\n/g, ''),
  replaced('times compared as text', 'review.csv', /Birch.*\n/, ''),
  instead('the numbers were put in order', 'bookings.csv', 'id,room,date,start,end,people,needs\n'),
]
export default spoiled
