import { replaced, type Spoiled } from '../../../../../kit/spoil.ts'

const spoiled: readonly Spoiled[] = [
  replaced('no time to air the room', 'review.csv', '13,moved,Dogwood', '13,kept,Birch'),
  replaced('ten minutes not enough', 'review.csv', '17,kept,Ash', '17,moved,Dogwood'),
  replaced('numbers sorted as text', 'review.csv', /9,kept,Birch\n10,moved,Cedar/, '9,moved,Cedar\n10,kept,Birch'),
  replaced('equipment not looked at', 'review.csv', '18,moved,Birch', '18,kept,Dogwood'),
]
export default spoiled
