import { instead, replaced, type Spoiled } from '../../../../../kit/spoil.ts'

const spoiled: readonly Spoiled[] = [
  replaced('a namesake taken in', 'answer.json', '"14",', '"14", "19",'),
  replaced('the account under another name missed', 'answer.json', /,\s*"27"/, ''),
  replaced('capitals escaped the mask', 'answer.json', 'neighbour [other person]', 'neighbour JON FABER'),
  replaced('her own name masked', 'answer.json', 'Mara Lindqvist', '[other person]'),
  replaced('internal notes searched', 'answer.json', '"T-9"', '"T-15", "T-9"'),
  replaced('a sum with float dust cut off', 'answer.json', '165.05', '165'),
  instead('the tickets shortened', 'tickets.json', '[]\n'),
]
export default spoiled
