import { replaced, type Spoiled } from '../../../../../kit/spoil.ts'

const spoiled: readonly Spoiled[] = [
  replaced('rules in the order of the lines', 'findings.csv', /30,shadowed,20\n/, ''),
  replaced('any was covered by tcp', 'findings.csv', /(50,redundant,10\n)/, '$160,redundant,10\n'),
  replaced('a switched-off rule covered others', 'findings.csv', '50,redundant,10', '50,shadowed,40'),
  replaced('host bits were not cleared', 'findings.csv', /120,shadowed,110/, '120,redundant,130'),
]
export default spoiled
