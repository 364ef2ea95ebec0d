import { instead, replaced, type Spoiled } from '../../../../../kit/spoil.ts'

const spoiled: readonly Spoiled[] = [
  replaced('the holiday was worked', 'actions.csv', '2026-09-11T08:30:00Z,late', '2026-09-10T08:30:00Z,late'),
  replaced(
    'closing time was pushed to the next opening',
    'actions.csv',
    '2026-09-11T17:00:00Z',
    '2026-09-14T08:00:00Z',
  ),
  replaced('an earlier letter was taken for the answer', 'actions.csv', /(s07.*),open/, '$1,in time'),
  replaced('an open request was called missed', 'report.csv', 'Orchard Row,2,1', 'Orchard Row,2,2'),
  instead('reminders in the wrong order', 'remind.txt', 's05\ns04\n'),
  replaced('companies taken from the line above', 'actions.csv', 's03,Orchard Row', 's03,Bellamy Ropes'),
  replaced(
    'an unknown sender got a company and a deadline',
    'actions.csv',
    's10,,,',
    's10,Amos Nets,2026-09-14T13:10:00Z,',
  ),
]
export default spoiled
