import { instead, replaced, type Spoiled } from '../../../../../kit/spoil.ts'

const spoiled: readonly Spoiled[] = [
  replaced(
    'names in dictionary order',
    'module_new.py',
    'OrderedDict, defaultdict, deque',
    'defaultdict, deque, OrderedDict',
  ),
  replaced('imports of a function sorted as well', 'module_new.py', /( {4}import csv\n)( {4}import array\n)/, '$2$1'),
  replaced('two lines for one module', 'module_new.py', 'import board, clock', 'import board\nfrom depot import clock'),
  replaced('no line between groups', 'module_new.py', 'import sys\n\n', 'import sys\n'),
  instead('the module itself was rewritten', 'module.py', '"""Post the day\'s parcels to the depot board."""\n'),
]
export default spoiled
