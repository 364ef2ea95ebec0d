import { instead, replaced, type Spoiled } from '../../../../../kit/spoil.ts'

const spoiled: readonly Spoiled[] = [
  replaced('filled from the oldest record', 'contacts_clean.csv', '+49305550100', '+49305550112'),
  replaced('people without email put together', 'contacts_clean.csv', /105,Mia.*\n/, ''),
  replaced('case of the address kept', 'contacts_clean.csv', 'ole.tamm@', 'Ole.Tamm@'),
  replaced(
    'the first line wins on the same day',
    'contacts_clean.csv',
    '108,Kai Lund,+4555500144',
    '109,K. Lund,+4555500145',
  ),
  instead('the input overwritten with the result', 'contacts.csv', 'id,name,phone,email,updated\n'),
  replaced('who stood alone loses her address', 'contacts_clean.csv', 'jan@reed.example', ''),
]
export default spoiled
