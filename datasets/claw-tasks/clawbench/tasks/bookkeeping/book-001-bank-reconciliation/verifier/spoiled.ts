import { instead, replaced, type Spoiled, without } from '../../../../../kit/spoil.ts'

const spoiled: readonly Spoiled[] = [
  without('nothing written', 'open_items.json'),
  replaced('a sign is lost', 'open_items.json', '-1037.5', '1037.5'),
  instead('the ledger was edited', 'ledger.csv', 'entry,booked,amount,memo\n'),
]
export default spoiled
