import { replaced, type Spoiled } from '../../../../../kit/spoil.ts'

const spoiled: readonly Spoiled[] = [
  replaced('half a class not seen in the class', 'clashes.csv', 'group,1,3\n', ''),
  replaced('two halves called one group', 'clashes.csv', 'room,3,4', 'group,3,4\nroom,3,4'),
  replaced('a pair of teachers taken for one name', 'clashes.csv', 'teacher,5,6\n', ''),
  replaced('touching lessons called overlapping', 'clashes.csv', 'teacher,5,6', 'teacher,2,5\nteacher,5,6'),
  replaced('one way a pair', 'clashes.csv', 'teacher,7,8\n', ''),
]
export default spoiled
