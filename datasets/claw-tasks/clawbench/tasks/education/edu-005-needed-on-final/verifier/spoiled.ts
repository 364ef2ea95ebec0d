import { replaced, type Spoiled } from '../../../../../kit/spoil.ts'

const spoiled: readonly Spoiled[] = [
  replaced('rounded to the nearest half instead of up', 'standing.csv', '78.5', '78.0'),
  replaced('the excused lab counted as zero', 'standing.csv', 'eve,90.0,30.0,open', 'eve,90.0,120.0,impossible'),
  replaced('capped at the maximum', 'standing.csv', 'bob,33.8,192.0', 'bob,33.8,80.0'),
  replaced('a percentage given for points', 'standing.csv', 'ann,86.3,24.0', 'ann,86.3,30.0'),
  replaced('exactly reached is not called safe', 'standing.csv', 'gus,93.8,0.0,safe', 'gus,93.8,0.5,open'),
]
export default spoiled
