import { replaced, type Spoiled } from '../../../../../kit/spoil.ts'

const spoiled: readonly Spoiled[] = [
  replaced('split lines compared one by one', 'changes.csv', /(P2,bonus)/, 'P1,base,3000.00,1199.90,-1800.10\n$1'),
  replaced('sign of a deduction lost', 'changes.csv', '-350.00,-310.00,40.00', '350.00,310.00,-40.00'),
  replaced('exactly ten per cent flagged', 'review.json', /(13\.2\s*\})/, '$1, {"employee": "P7", "percent": 10}'),
  replaced('leavers not named', 'review.json', /"P3"/, ''),
]
export default spoiled
