import { replaced, type Spoiled } from '../../../../../kit/spoil.ts'

const spoiled: readonly Spoiled[] = [
  replaced('one rate on all of it', 'net.csv', '28200,237.50,2262.50', '28200,587.50,1912.50'),
  replaced('taxable rounded up', 'net.csv', '36399,408.31,2925.02', '36400,408.33,2925.00'),
  replaced('a negative tax paid out', 'net.csv', 'E5,0,0.00,250.00', 'E5,-2400,-30.00,280.00'),
  replaced('children forgotten', 'net.csv', '67200,1140.00,4860.00', '68400,1180.00,4820.00'),
]
export default spoiled
