import { replaced, type Spoiled } from '../../../../../kit/spoil.ts'

const spoiled: readonly Spoiled[] = [
  replaced('regressed the other way round', 'relation.json', '4.119419', '0.236738'),
  replaced('a second fit for the load', 'relation.json', '2.164993', '2.174841'),
  replaced('correlation instead of its square', 'relation.json', '0.975225', '0.987535'),
  replaced('divisor n instead of n - 2', 'relation.json', '1.112294', '0.963275'),
]
export default spoiled
