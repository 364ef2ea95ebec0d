import { replaced, type Spoiled } from '../../../../../kit/spoil.ts'

const spoiled: readonly Spoiled[] = [
  replaced(
    'a long hole filled at its edge',
    'readings_clean.csv',
    'A,2026-05-03T13:00,,no',
    'A,2026-05-03T13:00,14.13,yes',
  ),
  replaced('the last value carried on', 'readings_clean.csv', 'B,2026-05-04T02:00,,no', 'B,2026-05-04T02:00,8,yes'),
  replaced('the value before repeated', 'readings_clean.csv', 'A,2026-05-03T11:00,14,', 'A,2026-05-03T11:00,16,'),
  replaced(
    'an empty cell not taken for absent',
    'readings_clean.csv',
    'A,2026-05-03T10:00,16,yes',
    'A,2026-05-03T10:00,,no',
  ),
]
export default spoiled
