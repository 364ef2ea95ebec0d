import { replaced, type Spoiled } from '../../../../../kit/spoil.ts'

const spoiled: readonly Spoiled[] = [
  replaced('all occurrences called duplicate', 'violations.csv', '3,date,pattern', '3,order,unique\n3,date,pattern'),
  replaced(
    'two empty numbers called duplicates',
    'violations.csv',
    '11,order,required',
    '11,order,required\n11,order,unique',
  ),
  replaced('case ignored in the lookup', 'violations.csv', '9,customer,in\n', ''),
  replaced('the bound itself rejected', 'violations.csv', '10,order,unique', '9,amount,max\n10,order,unique'),
  replaced('lines counted without the header', 'valid.txt', '2\n8', '1\n7'),
]
export default spoiled
