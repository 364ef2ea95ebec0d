import { replaced, type Spoiled } from '../../../../../kit/spoil.ts'

const spoiled: readonly Spoiled[] = [
  replaced('the reversed scale not turned round', 'combined.csv', '3,2,5,no,27', '3,2,1,no,27'),
  replaced('an overtaken correction applied', 'combined.csv', '3,1,5,yes,26', '3,1,5,yes,25'),
  replaced('a missing code counted as uncodable', 'report.json', '"uncodable": 4', '"uncodable": 8'),
  replaced(
    'corrections made after the check of ages',
    'report.json',
    /"age_conflicts": \[[^\]]*\]/,
    '"age_conflicts": [3, 12, 15]',
  ),
  replaced('an unknown respondent called stale', 'refused.csv', '4,unknown', '4,stale'),
  replaced('a scale point outside turned round', 'combined.csv', '9,2,,yes', '9,2,0,yes'),
]
export default spoiled
