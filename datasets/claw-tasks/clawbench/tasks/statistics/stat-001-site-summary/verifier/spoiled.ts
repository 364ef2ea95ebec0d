import { replaced, type Spoiled, without } from '../../../../../kit/spoil.ts'

const spoiled: readonly Spoiled[] = [
  without('nothing written', 'stats.json'),
  replaced('divisor n instead of n - 1', 'stats.json', '3.830535', '3.426135'),
  replaced('zero taken for missing', 'stats.json', '4.56', '5.7'),
  replaced('an empty cell read as zero', 'stats.json', /"n": 1,\s+"missing": 2/, '"n": 2, "missing": 1'),
  replaced('zero for what cannot be computed', 'stats.json', '"sd": null', '"sd": 0'),
]
export default spoiled
