import { replaced, type Spoiled } from '../../../../../kit/spoil.ts'

const spoiled: readonly Spoiled[] = [
  replaced('the raw share given as the weighted one', 'estimate.json', '0.433009', '0.352941'),
  replaced('the reply of an unknown band counted', 'estimate.json', '"used": 17', '"used": 18'),
  replaced('the thin young band dropped', 'estimate.json', /"18-29",\s+/, ''),
  replaced('the old end kept apart', 'estimate.json', /,\s+"75\+"/, ''),
  replaced('effective size is the size', 'estimate.json', /"effective_n": [0-9.]+/, '"effective_n": 17'),
]
export default spoiled
