import { replaced, type Spoiled } from '../../../../../kit/spoil.ts'

const spoiled: readonly Spoiled[] = [
  replaced('an encoded name was left as it is', 'recipients.csv', 'Zoë Lindqvist', '=?utf-8?Q?Zo=C3=AB_Lindqvist?='),
  replaced('a repeated address was listed again', 'recipients.csv', /$/, 'A.Roy@tideline.example,,cc\n'),
  replaced('a line of the quoted mail was taken', 'recipients.csv', /$/, 'gus@oldquay.example,Gus Feld,to\n'),
  replaced('a name was cut at its comma', 'recipients.csv', '"Roy, Anjali"', 'Anjali'),
]
export default spoiled
