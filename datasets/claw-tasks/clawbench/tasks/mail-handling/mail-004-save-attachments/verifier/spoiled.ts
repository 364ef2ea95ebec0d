import { instead, replaced, type Spoiled, without } from '../../../../../kit/spoil.ts'

const spoiled: readonly Spoiled[] = [
  without('the second file of that name was lost', 'attachments/tide-table-2.csv'),
  replaced('a soft line break was kept', 'attachments/notes.txt', 'before the noon', 'before the =\nnoon'),
  instead('the inline picture was saved too', 'attachments/mark.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>\n'),
  replaced('characters were counted for bytes', 'attachments.csv', ',101,', ',99,'),
]
export default spoiled
