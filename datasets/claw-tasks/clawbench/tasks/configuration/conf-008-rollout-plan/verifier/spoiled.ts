import { instead, replaced, type Spoiled } from '../../../../../kit/spoil.ts'

const spoiled: readonly Spoiled[] = [
  replaced('what needs a circle was forgotten', 'findings.csv', /digest.*\n/, ''),
  replaced('a port was given twice on a host', 'placement.csv', 'web,ash,664', 'web,cedar,1444'),
  replaced('the default was to allow', 'findings.csv', /web,blocked.*\n/, ''),
  replaced('rules in the order of the lines', 'findings.csv', /api,blocked.*\n/, ''),
  instead(
    'what has no place was started',
    'start_order.json',
    '["cache","db","admin","api","metrics","graph","web"]\n',
  ),
]
export default spoiled
