import { replaced, type Spoiled } from '../../../../../kit/spoil.ts'

const spoiled: readonly Spoiled[] = [
  replaced('overtime over the whole sheet', 'gross.csv', '49.00,5.00,0.00,1130.00', '40.00,14.00,0.00,1220.00'),
  replaced('breaks taken from the night', 'gross.csv', '22.75,508.36', '21.50,503.26'),
  replaced('early mornings are no night', 'gross.csv', '37.50,0.00,5.00,542.50', '37.50,0.00,0.00,525.00'),
  replaced('night paid in place of, not on top of', 'gross.csv', '508.36', '415.65'),
]
export default spoiled
