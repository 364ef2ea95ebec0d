import { instead, replaced, type Spoiled } from '../../../../../kit/spoil.ts'

const spoiled: readonly Spoiled[] = [
  replaced('the loan of an unknown reader lost', 'result.csv', /L7,.*\n/, ''),
  replaced('the cap forgotten', 'result.csv', '6.00', '33.60'),
  replaced('due today taken for late', 'result.csv', 'L5,', 'L2,Ole Tamm,The Tide Clerk,0,0.00\nL5,'),
  replaced('copy looked up by its look', 'result.csv', 'The Tide Clerk', ''),
  instead('a scratch file left behind', 'notes.txt', 'joined by hand'),
  replaced('a member whose time is over not named', 'result.csv', 'Kai Lund', ''),
  replaced('the next reader named', 'result.csv', /(L1|L8),(Ada Brink|Ole Tamm)/g, '$1,Mia Roth'),
  replaced('the next book named', 'result.csv', 'Ropework', 'Harbour Lights'),
  replaced('a title lost', 'result.csv', 'Harbour Lights', ''),
]
export default spoiled
