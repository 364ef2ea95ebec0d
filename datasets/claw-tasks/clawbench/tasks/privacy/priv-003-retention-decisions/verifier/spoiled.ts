import { instead, replaced, type Spoiled } from '../../../../../kit/spoil.ts'

const spoiled: readonly Spoiled[] = [
  replaced('the end day itself not included', 'retention.csv', 'R01,delete', 'R01,keep'),
  replaced('a date rolled over', 'retention.csv', 'R08,delete,2026-02-28', 'R08,delete,2026-03-02'),
  replaced('counted from creation', 'retention.csv', 'R02,keep,2026-11-30', 'R02,delete,2026-10-01'),
  replaced('an ended hold still holds', 'retention.csv', 'R11,delete,2026-02-28', 'R11,hold,2026-02-28'),
  replaced('the hold alone decides the date', 'retention.csv', 'R12,hold,2027-01-10', 'R12,hold,2026-11-16'),
  replaced('a deleted record listed', 'retention.csv', 'R11', 'R10,delete,2026-09-01\nR11'),
  instead('records deleted at once', 'records.csv', 'record_id,category,created,closed,hold_until,deleted\n'),
]
export default spoiled
