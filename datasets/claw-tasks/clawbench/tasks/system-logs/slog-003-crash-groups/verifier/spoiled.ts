import { instead, replaced, type Spoiled } from '../../../../../kit/spoil.ts'

const spoiled: readonly Spoiled[] = [
  instead(
    'outer exceptions were taken for the root',
    'errors.csv',
    `type,place,count,first,last
PaymentError,app.billing.charge,2,2026-07-04T08:00:01.000Z,2026-07-04T08:02:00.000Z
RangeError,app.stock.shelf,2,2026-07-04T08:01:00.000Z,2026-07-04T08:06:10.000Z
JobError,app.refund.run,1,2026-07-04T08:03:30.000Z,2026-07-04T08:03:30.000Z
IndexError,app.search.query,1,2026-07-04T08:05:00.000Z,2026-07-04T08:05:00.000Z
TimeoutError,app.billing.gateway,1,2026-07-04T08:07:00.000Z,2026-07-04T08:07:00.000Z
`,
  ),
  replaced('a frame of the outer exception was used', 'errors.csv', 'DiskError,-', 'DiskError,app.search.query'),
  replaced('warnings were left out', 'errors.csv', ',2,2026-07-04T08:01:00.000Z', ',1,2026-07-04T08:06:10.000Z'),
  replaced('one end of a bug that came twice is missing', 'errors.csv', '2,2026-07-04T08:01:00.000Z', '2,-'),
  replaced('no last time for what came once', 'errors.csv', /(PaymentError.*),\S+/, '$1,'),
]
export default spoiled
