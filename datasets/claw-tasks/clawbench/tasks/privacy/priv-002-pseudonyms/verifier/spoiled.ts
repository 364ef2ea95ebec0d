import { instead, replaced, type Spoiled, without } from '../../../../../kit/spoil.ts'

const spoiled: readonly Spoiled[] = [
  replaced('capitals make another person', 'release.csv', 'P001,1984,10437,f,none', 'P003,1984,10437,f,none'),
  replaced('one name is one person', 'release.csv', 'P003,1991', 'P001,1991'),
  replaced('a postcode lost its zero', 'release.csv', '04277', '4277'),
  replaced('birthdays published', 'release.csv', '2001', '2001-01-09'),
  without('no key left', 'key.csv'),
  instead('the list emptied', 'people.csv', 'name,born,postcode,sex,finding\n'),
]
export default spoiled
