import { addEvent, eventsOf } from '@lawbook/benchmarks'
import type { SpoiledStage } from '../../../../testing.ts'

const spoiled: SpoiledStage[] = [
  {
    name: 'one step of the chain only',
    stage: 0,
    spoil: (files) => {
      const text = Buffer.from(files.get('macro_audit.csv')!).toString()
      files.set('macro_audit.csv', Buffer.from(text.replace('keys-old,replace,keys-new', 'keys-old,replace,keys-mid')))
    },
  },
  {
    name: 'believed the version in the mail',
    stage: 1,
    spoil: (_files, services) => {
      for (const mail of services.email.mail)
        if (mail.owner === 'ada') mail.body = mail.body.replace('export-xlsx', 'export-csv')
    },
  },
  {
    name: 'did not look at the reviews that are planned',
    stage: 2,
    spoil: (files, services) => {
      const event = { summary: 'Review: invite', dtstart: '2027-03-13T10:00:00', dtend: '2027-03-13T10:30:00' }
      addEvent(eventsOf(services, 'Reviews'), event)
      const text = Buffer.from(files.get('cleaning.csv')!).toString()
      files.set('cleaning.csv', Buffer.from(text.replace('review planned', 'review')))
    },
  },
]
export default spoiled
