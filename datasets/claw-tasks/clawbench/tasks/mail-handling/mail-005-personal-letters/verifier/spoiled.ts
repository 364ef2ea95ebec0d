import { replaced, type Spoiled } from '../../../../../kit/spoil.ts'

const spoiled: readonly Spoiled[] = [
  replaced('a dash was printed', 'drafts.json', 'euch alle', '-'),
  replaced('a cell was expanded again', 'drafts.json', '{{name}} Atelier', ' Atelier'),
  replaced('the dollar sign was eaten', 'drafts.json', 'Swap$1 Store', 'Swap Store'),
  replaced('the later line of an address won', 'drafts.json', 'Guten Tag Hanne Vogt', 'Guten Tag H. Vogt'),
  replaced(
    'a German letter under an English subject',
    'drafts.json',
    'Erntetag auf dem Hof, Hanne',
    'Harvest day at our farm, Hanne',
  ),
  replaced('a letter without a subject', 'drafts.json', '"subject": "Harvest day at our farm, Jo",', '"subject": "",'),
]
export default spoiled
