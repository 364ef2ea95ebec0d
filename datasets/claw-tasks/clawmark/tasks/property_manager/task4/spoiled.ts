import { rowsOf, sendMail } from '@lawbook/benchmarks'
import type { SpoiledStage } from '../../../../testing.ts'

const spoiled: SpoiledStage[] = [
  {
    name: 'took incomes by year for incomes by month',
    stage: 0,
    spoil: (files) => {
      const text = Buffer.from(files.get('shortlist.csv')!).toString()
      files.set('shortlist.csv', Buffer.from(text.replace('P2,2500.00,no', 'P2,30000.00,yes')))
    },
  },
  {
    name: 'invited by the old rent',
    stage: 1,
    spoil: (_files, services) => {
      services.email.mail = services.email.mail.filter(({ owner }) => owner !== 'p6')
      sendMail(services, {
        from: 'letting@ashgrove.example',
        to: ['ines@fir.example'],
        subject: 'Viewing',
        body: 'start: 2027-07-10T11:30',
      })
    },
  },
  {
    name: 'believed the broker',
    stage: 2,
    spoil: (files, services) => {
      files.set('offer.json', Buffer.from('{"applicant": "P3", "rent": 960, "deposit": 2880}'))
      sendMail(services, {
        from: 'letting@ashgrove.example',
        to: ['timo@cedar.example', 'sales@keystone.example'],
        subject: 'Offer',
        body: 'rent: 960\ndeposit: 2880',
      })
    },
  },
  {
    name: 'offered at the rent of the advertisement',
    stage: 2,
    spoil: (files, services) => {
      files.set('offer.json', Buffer.from('{"applicant": "P7", "rent": 900, "deposit": 2700}'))
      rowsOf(services, 'Units')[0]!.properties.Rent = 900
    },
  },
]
export default spoiled
