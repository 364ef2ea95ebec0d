import { replaced, type Spoiled } from '../../../../../kit/spoil.ts'

const spoiled: readonly Spoiled[] = [
  replaced(
    'the earlier loan blamed',
    'problems.csv',
    'L04,double-lent\nL04,member-unknown',
    'L04,member-unknown\nL10,double-lent',
  ),
  replaced(
    'back and out on one day called overlap',
    'problems.csv',
    'L03,double-lent',
    'L02,double-lent\nL03,double-lent',
  ),
  replaced(
    'impossible dates used all the same',
    'problems.csv',
    'L07,back-before-out',
    'L07,back-before-out\nL07,double-lent',
  ),
  replaced('one problem a loan', 'problems.csv', 'L08,double-lent\nL08,member-unknown\n', ''),
  replaced('unreturned loans not compared with the shelf', 'problems.csv', 'T1/1,status-wrong\n', ''),
]
export default spoiled
