import { replaced, type Spoiled } from '../../../../../kit/spoil.ts'

const spoiled: readonly Spoiled[] = [
  replaced('rounded at the very end', 'summary.json', '41.03', '41.02'),
  replaced('tax put on top of gross', 'summary.json', '2.01', '2.14'),
  replaced('the return added instead of taken off', 'summary.json', '256.93', '268.83'),
  replaced('zero per cent forgotten', 'summary.json', /"0": \{[^}]*\},/, ''),
]
export default spoiled
