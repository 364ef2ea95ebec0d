import { eventsOf, sendMail } from '@lawbook/benchmarks'
import type { SpoiledStage } from '../../../../testing.ts'

const edit = (files: Map<string, Uint8Array>, name: string, from: string, to: string): void => {
  files.set(name, Buffer.from(Buffer.from(files.get(name)!).toString().replace(from, to)))
}

const spoiled: SpoiledStage[] = [
  {
    name: 'counted the water bill twice',
    stage: 0,
    spoil: (files) => edit(files, 'charges.csv', '240.00,100.00,760.00', '480.00,100.00,1000.00'),
  },
  {
    name: 'statements from the shares of last week',
    stage: 1,
    spoil: (files) => {
      const text = 'unit,by_area,by_persons,by_unit,total\nU-41,420,240,100,760\nU-42,560,120,100,780\n'
      files.set('charges.csv', Buffer.from(`${text}U-43,420,240,100,760\n`))
      edit(files, 'statements.csv', '360.00,420.00,60.00', '380.00,420.00,40.00')
    },
  },
  {
    name: 'told a tenant of a debt in place of a credit',
    stage: 1,
    spoil: (_files, services) => {
      for (const mail of services.email.mail) mail.body = mail.body.replace('balance: 60.00', 'balance: -60.00')
    },
  },
  {
    name: 'told a tenant of a debt in place of the new credit',
    stage: 2,
    spoil: (_files, services) => {
      for (const mail of services.email.mail) mail.body = mail.body.replace('balance: 120.00', 'balance: -120.00')
    },
  },
  {
    name: 'took the objection for that of another tenant',
    stage: 2,
    spoil: (files) => edit(files, 'objections.csv', 'sam.tull@', 'pia.norr@'),
  },
  {
    name: 'wrote to the neighbour',
    stage: 2,
    spoil: (_files, services) =>
      sendMail(services, {
        from: 'charges@ashgrove.example',
        to: ['busy@birchgrove.example'],
        subject: 'Your objection',
        body: 'decision: not entitled',
      }),
  },
  {
    name: 'the prepayments of April',
    stage: 2,
    spoil: (files, services) => {
      edit(files, 'statements.csv', '700.00,720.00,20.00', '700.00,780.00,80.00')
      const event = eventsOf(services, 'Deadlines').find(({ summary }) => summary.startsWith('Pay U-43'))
      event!.summary = 'Pay U-43 80.00'
    },
  },
  {
    name: 'let a neighbour object',
    stage: 2,
    spoil: (files) => edit(files, 'objections.csv', 'not entitled', 'rejected'),
  },
]
export default spoiled
