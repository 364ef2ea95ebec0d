import { replaced, type Spoiled } from '../../../../../kit/spoil.ts'

const spoiled: readonly Spoiled[] = [
  replaced('a skipped level was counted', 'outline.csv', '1.2.1,4', '1.2.0.1,4'),
  replaced('a hidden heading was listed', 'outline.csv', /(1\.3,2,Contact)/, '1.3,2,,Internal,no\n$1'),
  replaced('a jump back up was flagged', 'outline.csv', 'Imprint,no', 'Imprint,yes'),
]
export default spoiled
