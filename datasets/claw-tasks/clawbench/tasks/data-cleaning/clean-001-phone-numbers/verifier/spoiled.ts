import { replaced, type Spoiled } from '../../../../../kit/spoil.ts'

const spoiled: readonly Spoiled[] = [
  replaced('the bracketed zero kept', 'contacts_clean.csv', '+49405550199', '+490405550199'),
  replaced('the missing number listed', 'unusable.txt', '7\n', '7\n9\n'),
  replaced('an extension glued on', 'contacts_clean.csv', '"Berg, Tom",,', '"Berg, Tom",+4935155501334,'),
  replaced('a foreign number made German', 'contacts_clean.csv', '+33155500181', '+49033155500181'),
]
export default spoiled
