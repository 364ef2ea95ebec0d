import { instead, replaced, type Spoiled } from '../../../../../kit/spoil.ts'

const spoiled: readonly Spoiled[] = [
  replaced('a repeat started a chain', 'receipts_clean.csv', /34,.*\n/, ''),
  replaced(
    'a guessed rate made it another purchase',
    'receipts_clean.csv',
    /(37,)/,
    '36,2026-03-12,Hotel Zum Anker,112.00,19,x\n$1',
  ),
  replaced('the row typed first was kept, not the earlier slip', 'summary.json', /"keep": 42/, '"keep": 41'),
  replaced('the kept rows counted as well', 'summary.json', '235.9', '423.6'),
  instead('cleaned in place', 'receipts.csv', 'no,date,payee,gross,rate,category\n'),
  replaced('an amount of nothing', 'receipts_clean.csv', /(37,.*,)3\.60,/, '$10.00,'),
  replaced('cells lost of one row', 'receipts_clean.csv', /(39),.*/, '$1,,,,,'),
  replaced('a group listed twice', 'summary.json', '"groups": [', '"groups": [{ "keep": 31, "drop": [32, 33] },'),
]
export default spoiled
