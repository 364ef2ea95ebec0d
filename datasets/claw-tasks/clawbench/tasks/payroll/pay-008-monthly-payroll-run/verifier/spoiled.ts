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
]
export default spoiled
