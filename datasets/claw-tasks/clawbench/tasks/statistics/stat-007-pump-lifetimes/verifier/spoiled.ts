import { instead, replaced, type Spoiled } from '../../../../../kit/spoil.ts'

const spoiled: readonly Spoiled[] = [
  instead(
    'pumps no longer watched are left out',
    'survival.csv',
    'days,at_risk,failures,censored,survival\n50,6,1,0,0.833333\n100,5,2,0,0.5\n200,3,2,0,0.166667\n244,1,1,0,0\n',
  ),
  replaced('gone before the failure of the same day', 'survival.csv', '100,8,2', '100,7,2'),
  replaced('removal taken for failure', 'survival.csv', '50,11,1,2,0.909091', '50,11,2,1,0.818182'),
  replaced('median read a step late', 'median.txt', '200', '244'),
  replaced('none censored left empty', 'survival.csv', '200,5,2,0', '200,5,2,'),
]
export default spoiled
