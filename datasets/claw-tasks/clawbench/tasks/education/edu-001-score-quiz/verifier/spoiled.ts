import { replaced, type Spoiled, without } from '../../../../../kit/spoil.ts'

const spoiled: readonly Spoiled[] = [
  without('nothing written', 'results.csv'),
  replaced('penalty not scaled by points', 'results.csv', 's1,2,1,1,2.5', 's1,2,1,1,2.75'),
  replaced('below zero', 'results.csv', 's2,0,3,1,0', 's2,0,3,1,-1'),
  replaced('the first answer counts', 'results.csv', 's3,2,1,1,2.5', 's3,3,0,1,5'),
  replaced('capitals matter', 'results.csv', 's5,3,1,0,3.5', 's5,1,3,0,0'),
  replaced('no wrong answer left empty', 'results.csv', 's4,4,0,0,6', 's4,4,,,6'),
]
export default spoiled
