import { instead, replaced, type Spoiled } from '../../../../../kit/spoil.ts'

const spoiled: readonly Spoiled[] = [
  replaced('sums in binary fractions', 'report.json', /("unbalanced": \[)/, '$1101,'),
  replaced('the blank made an account unknown', 'report.json', /(103,)/, '$1 107,'),
  replaced('written zeros taken for amounts', 'report.json', /(110)(\s*\])/, '$1, 112$2'),
  instead(
    'the journal was corrected',
    'journal.csv',
    'entry,date,account,debit,credit,text\n102,2026-05-05,6100,504.00,,wages week 18\n',
  ),
]
export default spoiled
