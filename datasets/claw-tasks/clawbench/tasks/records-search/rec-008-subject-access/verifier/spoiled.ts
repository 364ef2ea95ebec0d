import { replaced, type Spoiled } from '../../../../../kit/spoil.ts'

const spoiled: readonly Spoiled[] = [
  replaced('merged one step only', 'identity.json', /,\s+"P8"/, ''),
  replaced('the last day ends at midnight', 'disclosed.csv', /m6,.*\n?/, ''),
  replaced('a namesake taken in', 'disclosed.csv', 'm3,', 'f5,file,2025-03-04,/projects/plan-b.md\nm3,'),
  replaced('the restriction not handed down', 'withheld.csv', 'f3,restricted\n', ''),
  replaced('restricted told before the hold', 'withheld.csv', 'f8,hold', 'f8,restricted'),
  replaced('copies not looked at', 'disclosed.csv', /m8,.*\n/, ''),
  replaced('the time told with the day', 'disclosed.csv', '2025-01-01', '2025-01-01T08:15'),
  replaced('a mail without its subject', 'disclosed.csv', 'Minutes', ''),
]
export default spoiled
