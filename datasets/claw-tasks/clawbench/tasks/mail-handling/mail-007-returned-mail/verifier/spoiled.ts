import { replaced, type Spoiled } from '../../../../../kit/spoil.ts'

const spoiled: readonly Spoiled[] = [
  replaced('a full mailbox was taken for permanent', 'contacts_clean.csv', /(Mire Farm,de),suspended/, '$1,removed'),
  replaced('a delay was counted', 'bounces.csv', /(vera.*\n)/, 'tam@eastbarn.example,0,1\n$1'),
  replaced('an unsubscribed contact was removed', 'contacts_clean.csv', 'unsubscribed', 'removed'),
  replaced('the returned letter was read as a report', 'contacts_clean.csv', /(Cedar,en),active/, '$1,removed'),
]
export default spoiled
