import { replaced, type Spoiled } from '../../../../../kit/spoil.ts'

const spoiled: readonly Spoiled[] = [
  replaced('pooled degrees of freedom', 'stats.json', '6.637354', '12'),
  replaced('degrees of freedom rounded to the nearest', 'stats.json', '0.681934', '0.76105'),
  replaced('the wrong way round', 'stats.json', '"difference": 3.042857', '"difference": -3.042857'),
  replaced('the unweighed bag counted', 'stats.json', '"n_reference": 7', '"n_reference": 8'),
]
export default spoiled
