import { rowsOf, sendMail } from '@lawbook/benchmarks'
import type { SpoiledStage } from '../../../../testing.ts'

const spoiled: SpoiledStage[] = [
  {
    name: 'worried the other customer of that name',
    stage: 0,
    spoil: (_files, services) =>
      sendMail(services, {
        from: 'status@larkware.example',
        to: ['it@halden-south.example'],
        subject: 'Incident',
        body: 'mail relay is down since 2027-02-15T09:30.',
      }),
  },
  {
    name: 'took the first flicker for the start',
    stage: 0,
    spoil: (_files, services) => {
      rowsOf(services, 'Incidents')[0]!.properties.Start = '2027-02-15T09:20'
    },
  },
  {
    name: 'told those of the first mail only',
    stage: 1,
    spoil: (_files, services) => {
      services.email.mail = services.email.mail.filter(
        ({ owner, subject }) => owner !== 'tern' || subject !== 'Expected back',
      )
    },
  },
  {
    name: 'plan of the day before',
    stage: 2,
    spoil: (files) => {
      const text = Buffer.from(files.get('credits.csv')!).toString()
      files.set('credits.csv', Buffer.from(text.replace('orchardbank.example,10,40.00', 'orchardbank.example,4,16.00')))
    },
  },
]
export default spoiled
