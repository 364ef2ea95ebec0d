import { replaced, type Spoiled } from '../../../../../kit/spoil.ts'

const spoiled: readonly Spoiled[] = [
  replaced('repeated lines were not unfolded', 'alerts.csv', /2001:db8.*\n/, ''),
  replaced('an earlier login was taken for a break-in', 'alerts.csv', /(192\.0\.2\.8,.*,5,2,)/, '$1kim'),
  replaced('exactly sixty seconds fell out', 'alerts.csv', /203\.0\.113\.9.*\n/, ''),
  replaced('five failures at any distance', 'alerts.csv', /$/, '198.51.100.3,Aug  1 01:01:02,5,1,\n'),
]
export default spoiled
