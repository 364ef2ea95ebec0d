import { replaced, type Spoiled } from '../../../../../kit/spoil.ts'

const spoiled: readonly Spoiled[] = [
  replaced('day and month swapped behind slashes', 'orders_clean.csv', '2026-04-03,C4', '2026-03-04,C4'),
  replaced('a group taken for decimals', 'orders_clean.csv', '1250.00', '1.25'),
  replaced('brackets ignored', 'orders_clean.csv', '-45.00', '45.00'),
  replaced('a day pushed into the next month', 'orders_clean.csv', 'O-6,', 'O-5,2026-03-03,C2,12.00\nO-6,'),
  replaced('only the first bad cell told', 'rejected.csv', 'O-8,amount\n', ''),
]
export default spoiled
