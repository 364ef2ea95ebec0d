import { replaced, type Spoiled } from '../../../../../kit/spoil.ts'

const spoiled: readonly Spoiled[] = [
  replaced('no ceiling for the pension', 'net.csv', '7912.35,651.00', '7912.35,735.85'),
  replaced('the claim paid in full', 'net.csv', '7.60,0.00,1400.00', '250.00,0.00,1157.60'),
  replaced(
    'a payment of nothing',
    'payments.xml',
    '</payments>',
    '<payment><to>ACC-0004-18</to><name>Lea Juhl</name><amount>0.00</amount><subject>x</subject></payment></payments>',
  ),
  replaced('the subject not escaped', 'payments.xml', '&amp;', '&'),
  replaced('the advance asked for, not the one recovered', 'journal.csv', '1045.20', '1250.00'),
  replaced(
    'tags that are never closed',
    'payments.xml',
    /<\/payment>\n([\s\S]*)<\/payment>\n([\s\S]*)<\/payment>\n<\/payments>/,
    '\n$1\n$2\n',
  ),
  replaced('one payment to two accounts', 'payments.xml', /(<to>.*?<\/to>)/, '$1<to>ACC-0004-18</to>'),
  replaced('a row that stands twice', 'net.csv', /(H3,.*\n)/, '$1$1'),
  replaced('somebody who left is in the run', 'net.csv', /$/, 'H5,0.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00\n'),
]
export default spoiled
