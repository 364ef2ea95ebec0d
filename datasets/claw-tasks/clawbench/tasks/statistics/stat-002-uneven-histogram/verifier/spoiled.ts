import { instead, replaced, type Spoiled, without } from '../../../../../kit/spoil.ts'

const spoiled: readonly Spoiled[] = [
  without('the outliers are not recorded', 'outside.json'),
  replaced('the last class leaves its upper limit out', 'histogram.csv', '20,50,3', '20,50,2'),
  instead(
    'classes that contain the upper limit',
    'histogram.csv',
    'from,to,count,density\n0,2,4,0.1333\n2,5,4,0.08889\n5,10,2,0.02667\n10,20,2,0.01333\n20,50,3,0.00667\n',
  ),
  instead(
    'shares instead of densities',
    'histogram.csv',
    'from,to,count,density\n0,2,3,0.2\n2,5,4,0.26667\n5,10,2,0.13333\n10,20,3,0.2\n20,50,3,0.2\n',
  ),
  replaced('the limit zero left empty', 'histogram.csv', '\n0,2,', '\n,2,'),
]
export default spoiled
