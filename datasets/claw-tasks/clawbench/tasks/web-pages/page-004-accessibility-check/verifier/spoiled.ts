import { replaced, type Spoiled } from '../../../../../kit/spoil.ts'

const spoiled: readonly Spoiled[] = [
  replaced('an empty alt was called wrong', 'findings.csv', /(img,chart)/, 'img,wave,no-alt\n$1'),
  replaced('a label that does not exist was believed', 'findings.csv', /select,size.*\n/, ''),
  replaced('a placeholder was taken for a label', 'findings.csv', /input,post.*\n/, ''),
  replaced('a hard blank was taken for text', 'findings.csv', /a,go.*\n/, ''),
]
export default spoiled
