import { replaced, type Spoiled } from '../../../../../kit/spoil.ts'

const spoiled: readonly Spoiled[] = [
  replaced('a dash was printed', 'drafts.json', 'euch alle', '-'),
  replaced('a cell was expanded again', 'drafts.json', '{{name}} Atelier', ' Atelier'),
  replaced('the dollar sign was eaten', 'drafts.json', 'Swap$1 Store', 'Swap Store'),
  replaced('the later line of an address won', 'drafts.json', 'Guten Tag Hanne Vogt', 'Guten Tag H. Vogt'),
]
export default spoiled
