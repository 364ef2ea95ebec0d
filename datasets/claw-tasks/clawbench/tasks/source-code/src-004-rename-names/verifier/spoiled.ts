import { instead, replaced, type Spoiled } from '../../../../../kit/spoil.ts'

const spoiled: readonly Spoiled[] = [
  replaced('one rename after the other', 'module_new.py', 'return total * price', 'return gross * price'),
  replaced('a keyword argument renamed', 'module_new.py', 'tare(total=', 'tare(gross='),
  replaced('an attribute renamed', 'module_new.py', 'item.total', 'item.gross'),
  replaced('a comment renamed', 'module_new.py', '# total of', '# gross of'),
  replaced('a part of a word renamed', 'module_new.py', 'subtotal', 'subgross'),
  replaced('quoted places counted', 'renamed.json', '"rate": 5', '"rate": 7'),
  instead('the table was edited', 'renames.csv', 'old,new\nnet,total\n'),
]
export default spoiled
