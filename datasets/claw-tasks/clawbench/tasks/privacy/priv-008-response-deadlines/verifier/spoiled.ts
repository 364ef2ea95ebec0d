import { instead, replaced, type Spoiled } from '../../../../../kit/spoil.ts'

const spoiled: readonly Spoiled[] = [
  replaced('thirty days instead of a month', 'deadlines.csv', 'Q03,2026-03-02,in-time,0', 'Q03,2026-03-02,late,0'),
  replaced(
    'clock not stopped for the identity',
    'deadlines.csv',
    'Q05,2026-11-05,overdue,10',
    'Q05,2026-10-20,overdue,26',
  ),
  replaced('a late extension accepted', 'deadlines.csv', 'Q07,2026-10-01,overdue,45', 'Q07,2026-12-01,open,16'),
  replaced(
    'an extension compared with the unmoved date',
    'deadlines.csv',
    'Q10,2026-12-17,open,32',
    'Q10,2026-10-19,overdue,27',
  ),
  replaced(
    'moved past the holiday onto the weekend',
    'deadlines.csv',
    'Q08,2026-11-30,open,15',
    'Q08,2026-11-28,open,13',
  ),
  replaced('waiting counted as overdue', 'deadlines.csv', 'Q04,,waiting,', 'Q04,2026-11-02,overdue,13'),
  instead(
    'the book amended',
    'requests.csv',
    'request_id,received,identity_asked,identity_confirmed,extended_on,answered\n',
  ),
]
export default spoiled
