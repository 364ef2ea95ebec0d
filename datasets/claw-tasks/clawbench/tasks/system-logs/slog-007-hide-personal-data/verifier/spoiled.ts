import { replaced, type Spoiled } from '../../../../../kit/spoil.ts'

const spoiled: readonly Spoiled[] = [
  replaced('an order number was masked', 'app.clean.log', '4111111111111112', '[card 1112]'),
  replaced('an address got a new number', 'app.clean.log', 'for <mail-1> ok', 'for <mail-4> ok'),
  replaced('a version was taken for an address', 'app.clean.log', '1.2.300.4', '1.2.300.0'),
  replaced('a machine of our own was masked', 'app.clean.log', '10.0.3.17', '10.0.3.0'),
]
export default spoiled
