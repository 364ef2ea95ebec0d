import { instead, replaced, type Spoiled } from '../../../../../kit/spoil.ts'

const spoiled: readonly Spoiled[] = [
  replaced('the namesake erased as well', 'after/people.csv', /33,.*\n/, ''),
  replaced('six years counted from the day', 'after/orders.csv', /601,.*\n/, ''),
  replaced(
    'six years counted from payment',
    'after/orders.csv',
    '603,',
    '602,erased,2019-06-01,20.00,2020-01-02\n603,',
  ),
  replaced('a paid order of a kept account left alone', 'after/orders.csv', '607,erased', '607,32'),
  replaced('an open ticket masked', 'after/tickets.json', 'Still broken. Tomas Brekke', 'Still broken. [erased]'),
  replaced('small letters not masked', 'after/tickets.json', '; [erased] says', '; t. brekke says'),
  replaced('a deleted ticket not told', 'answer.json', /,\s*"K-5"/, ''),
  instead('the original list shortened', 'people.csv', 'person_id,name,email,born\n'),
]
export default spoiled
