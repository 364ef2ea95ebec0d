import { instead, replaced, type Spoiled } from '../../../../../kit/spoil.ts'

const spoiled: readonly Spoiled[] = [
  replaced('a repeated line was counted', 'report.csv', 'ferncourt.example,3,2000', 'ferncourt.example,4,3530'),
  replaced('our own mail was counted', 'report.csv', /^(domain.*\n)/, '$1quarrymill.example,2,2112\n'),
  instead(
    'a subdomain was merged',
    'report.csv',
    'domain,messages,size_kb\nferncourt.example,3,2000\nkitepaper.example,1,2000\nnorthpipe.example,3,819\nstudio-oak.example,1,179\n',
  ),
  replaced('equal sizes in the order of the file', 'report.csv', /(northpipe.*,179\n)(studio.*\n)/, '$2$1'),
]
export default spoiled
