import { replaced, type Spoiled } from '../../../../../kit/spoil.ts'

const spoiled: readonly Spoiled[] = [
  replaced('the wait for timber left out', 'plan.csv', 'D,2026-12-28,2026-12-31,0', 'D,2026-12-23,2026-12-30,0'),
  replaced('the extra Saturday was not worked', 'plan.csv', 'B,2026-12-17,2026-12-22', 'B,2026-12-17,2026-12-23'),
  replaced('slack in calendar days', 'plan.csv', 'F,2027-01-04,2027-01-06,3', 'F,2027-01-04,2027-01-06,5'),
  replaced('the longest chain without waits', 'project.json', '"C"', '"B"'),
]
export default spoiled
