import { instead, replaced, type Spoiled } from '../../../../../kit/spoil.ts'

const spoiled: readonly Spoiled[] = [
  replaced('times compared as text', 'recipients.csv', 'c06', 'c03,cem@north.example\nc06'),
  replaced('a withdrawal after sending counted', 'recipients.csv', 'c12,lea@north.example\n', ''),
  replaced('a confirmation of another purpose taken', 'recipients.csv', 'c06', 'c04,dia@north.example\nc06'),
  replaced('an old confirmation reused', 'excluded.csv', 'c10,unconfirmed', 'c10,expired'),
  replaced('the birthday itself too young', 'recipients.csv', 'c09,ida@north.example\n', ''),
  replaced('a tie decided by position', 'excluded.csv', 'c11,withdrawn', 'c11,unconfirmed'),
  instead('the log cleaned', 'consents.csv', 'person_id,purpose,action,at\n'),
]
export default spoiled
