import { instead, replaced, type Spoiled } from '../../../../../kit/spoil.ts'

const spoiled: readonly Spoiled[] = [
  replaced('the thirtieth day too late', 'retention.csv', 'A01,in-time', 'A01,late'),
  replaced('a hold not moving the due date', 'retention.csv', 'A08,fine,2026-10-21', 'A08,overdue,2026-10-01'),
  replaced('the last day of a hold free', 'retention.csv', 'A04,under-hold', 'A04,early'),
  replaced('an unbegun period read as no rule', 'retention.csv', 'A10,early', 'A10,no-rule'),
  replaced('days after the grace only', 'audit.json', '"days": 38', '"days": 8'),
  replaced('two verdicts mixed up in the counts', 'audit.json', '"late": 1', '"late": 2'),
  instead('a deletion made up', 'records.csv', 'record_id,category,created,closed,hold_until,deleted\n'),
]
export default spoiled
