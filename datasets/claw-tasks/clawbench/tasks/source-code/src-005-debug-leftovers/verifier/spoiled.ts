import { instead, replaced, type Spoiled } from '../../../../../kit/spoil.ts'

const spoiled: readonly Spoiled[] = [
  replaced('an empty block', 'module_new.py', '            pass\n', ''),
  replaced('the tail of a long print left', 'module_new.py', '* count\n', '* count\n            total,\n        )\n'),
  replaced('a docstring cleaned too', 'module_new.py', '    print("DEBUG", discount(total, "SPRING10"))\n', ''),
  replaced('a comment cleaned too', 'module_new.py', /^ *# print\("DEBUG.*\n/m, ''),
  replaced('a customer print gone', 'module_new.py', /^ *print\("no discount.*\n/m, ''),
  replaced('empty lines squeezed', 'module_new.py', '\n\n\ndef', '\n\ndef'),
  instead('the module was overwritten', 'module.py', '"""Price a basket."""\n'),
]
export default spoiled
