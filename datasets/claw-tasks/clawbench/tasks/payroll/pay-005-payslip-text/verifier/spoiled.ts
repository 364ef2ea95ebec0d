import { instead, replaced, type Spoiled } from '../../../../../kit/spoil.ts'

const spoiled: readonly Spoiled[] = [
  replaced(
    'a long text pushes its amount out',
    'payslips/A-07.txt',
    'Night work premium for A ',
    'Night work premium for April ',
  ),
  replaced('a zero is printed', 'payslips/A-07.txt', /(Night)/, `${'Bonus'.padEnd(32)}0.00\n$1`),
  replaced('order of the file kept', 'payslips/A-11.txt', /(Safety.*\n)((?:.*\n){3})(---)/, '$2$1$3'),
  instead('a slip for nothing', 'payslips/A-12.txt', 'PAYSLIP 2026-05\nEdda Moss (A-12)\n'),
]
export default spoiled
