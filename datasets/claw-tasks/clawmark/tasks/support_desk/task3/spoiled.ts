import { rowsOf, sendMail } from '@lawbook/benchmarks'
import type { SpoiledStage } from '../../../../testing.ts'

const edit = (files: Map<string, Uint8Array>, name: string, from: string, to: string): void => {
  files.set(name, Buffer.from(Buffer.from(files.get(name)!).toString().replace(from, to)))
}

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
    name: 'listed the time of the older mail',
    stage: 1,
    spoil: (files) => edit(files, 'told.csv', 'mail relay,2027-02-15T15:30', 'mail relay,2027-02-15T14:00'),
  },
  {
    name: 'a percentage without the cap',
    stage: 2,
    spoil: (files) => edit(files, 'credits.csv', 'halden-north.example,10,', 'halden-north.example,15,'),
  },
  {
    name: 'credits in the order of the customers',
    stage: 2,
    spoil: (files) => {
      const [head, orchard, north, tern] = Buffer.from(files.get('credits.csv')!).toString().split('\n')
      files.set('credits.csv', Buffer.from([head, north, orchard, tern, ''].join('\n')))
    },
  },
  {
    name: 'mailed the total without the list',
    stage: 2,
    spoil: (_files, services) => {
      for (const mail of services.email.mail) if (mail.subject === 'Credits') mail.body = 'total: 190.00'
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
