import { replaced, type Spoiled } from '../../../../../kit/spoil.ts'

const spoiled: readonly Spoiled[] = [
  replaced('a string taken for a comment', 'findings.csv', '9,FIXME', '5,FIXME,nobody,not a comment"\n9,FIXME'),
  replaced('small letters count', 'findings.csv', '15,XXX', '10,TODO,nobody,later: encoding\n15,XXX'),
  replaced('lines counted from 0', 'findings.csv', '4,TODO', '3,TODO'),
  replaced('a comma cut the text', 'findings.csv', '"two thresholds, one flag"', 'two thresholds'),
  replaced('owner left empty', 'findings.csv', 'nobody', ''),
]
export default spoiled
