import { replaced, type Spoiled } from '../../../../../kit/spoil.ts'

const spoiled: readonly Spoiled[] = [
  replaced(
    'a fatal entry was no error',
    'errors.csv',
    'billing,1,2,2026-07-03T01:07:00.000Z',
    'billing,1,1,2026-07-03T01:02:12.000Z',
  ),
  replaced('a word in the text was counted', 'errors.csv', /$/, 'boot,0,1,2026-07-03T01:00:00.010Z\n'),
  replaced('a continued line was counted', 'errors.csv', 'stock,2,0,', 'stock,2,1,'),
]
export default spoiled
