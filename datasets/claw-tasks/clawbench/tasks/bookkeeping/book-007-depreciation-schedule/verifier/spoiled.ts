import { replaced, type Spoiled } from '../../../../../kit/spoil.ts'

const spoiled: readonly Spoiled[] = [
  replaced('last year rounded, not the remainder', 'schedule.csv', '3055.39,5000.00', '3055.40,4999.99'),
  replaced('the limit read as below', 'schedule.csv', '2026,250.00,0.00', '2026,22.92,227.08'),
  replaced('the month of sale written down', 'schedule.csv', '933.33,5866.67', '1066.67,5733.33'),
  replaced('loss and gain mixed up', 'disposals.json', '33.33', '-33.33'),
]
export default spoiled
