import { instead, replaced, type Spoiled } from '../../../../../kit/spoil.ts'

const spoiled: readonly Spoiled[] = [
  replaced('a fenced line listed', 'outline.csv', '19,2,', '15,1,press green,0\n19,2,'),
  replaced('an underlined heading missed', 'outline.csv', '19,2,At the printer,4\n', ''),
  replaced('dashes counted as words', 'outline.csv', 'Bags,12', 'Bags,16'),
  replaced('closing signs kept', 'outline.csv', 'Lost keys', 'Lost keys #'),
  replaced('words of lower levels included', 'outline.csv', 'House rules,8', 'House rules,38'),
  instead('the handbook emptied', 'handbook.md', '# House rules\n'),
  replaced('nothing told where there are no words', 'outline.csv', 'Lost keys,0', 'Lost keys,'),
]
export default spoiled
