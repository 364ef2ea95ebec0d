import { replaced, type Spoiled } from '../../../../../kit/spoil.ts'

const spoiled: readonly Spoiled[] = [
  replaced('a skew with the wrong sign', 'timeline.csv', '2026-07-06T08:00:00.050Z', '2026-07-06T07:59:59.810Z'),
  replaced('a tie in another order', 'timeline.csv', /(.*front,a3,received\n)(.*queue,a3,queued\n)/, '$2$1'),
  replaced('the event before the longest step', 'requests.csv', 'complete,2500,started', 'complete,2500,queued'),
  replaced('an unfinished request was timed', 'requests.csv', 'incomplete,,', 'incomplete,1200,started'),
  replaced('the latest request first', 'requests.csv', /(a1.*\n)(a2.*\n)(a3.*\n)/, '$3$2$1'),
  replaced('a request that never was stored is called incomplete', 'requests.csv', 'a3,complete', 'a3,incomplete'),
  replaced('noise was taken for a request', 'requests.csv', /$/, 'zz,incomplete,,\n'),
]
export default spoiled
