import { replaced, type Spoiled } from '../../../../../kit/spoil.ts'

const spoiled: readonly Spoiled[] = [
  replaced('a value on the limit rejected', 'readings_clean.csv', '45.0,ok', ',range'),
  replaced(
    'an empty cell read as zero',
    'readings_clean.csv',
    'H1,2026-02-01T04:00,,missing',
    'H1,2026-02-01T04:00,0,ok',
  ),
  replaced(
    'the unknown sensor asked first',
    'readings_clean.csv',
    'X9,2026-02-01T05:00,,missing',
    'X9,2026-02-01T05:00,,unknown',
  ),
  replaced(
    'the value of a flagged line kept',
    'readings_clean.csv',
    'T1,2026-02-01T04:00,,range',
    'T1,2026-02-01T04:00,45.1,range',
  ),
  replaced('a value rewritten', 'readings_clean.csv', '45.0,ok', '45,ok'),
  replaced('a time cut short', 'readings_clean.csv', 'T1,2026-02-01T03:00', 'T1,2026-02-01'),
  replaced(
    'sorted by sensor within the hour',
    'readings_clean.csv',
    /(T1,2026-02-01T01:00,.*\n)(H1,2026-02-01T01:00,.*\n)/,
    '$2$1',
  ),
]
export default spoiled
