import { replaced, type Spoiled } from '../../../../../kit/spoil.ts'

const spoiled: readonly Spoiled[] = [
  replaced('offsets were ignored', 'report.csv', /$/, 'Invoice 3381,2026-05-05T10:30:00+02:00,pay@lindhof.example,2\n'),
  replaced('since the very first message', 'report.csv', '2026-05-05T08:10:00+02:00', '2026-05-04T09:00:00+02:00'),
  replaced('since the latest message', 'report.csv', '2026-05-05T08:10:00+02:00', '2026-05-06T10:00:00+02:00'),
  replaced('the forward was merged', 'report.csv', /Fwd: .*\n/, ''),
  replaced(
    'an automatic answer was counted',
    'report.csv',
    /$/,
    'Keys for unit 4,2026-05-03T18:00:05+02:00,no-reply@unit4.example,2\n',
  ),
  replaced('the address of the thread that was forwarded', 'report.csv', 'otto@', 'lena@'),
  replaced('the subject of the latest message', 'report.csv', 'Lift inspection', 'lift inspection'),
  replaced('a time rewritten in UTC', 'report.csv', '2026-05-07T09:45:00+02:00', '2026-05-07T07:45:00Z'),
]
export default spoiled
