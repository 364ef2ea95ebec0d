import { eventsOf, rowsOf } from '@lawbook/benchmarks'
import type { SpoiledStage } from '../../../../testing.ts'

const spoiled: SpoiledStage[] = [
  {
    name: 'the first mail was believed',
    stage: 0,
    spoil: (_, services) => {
      const event = eventsOf(services, 'Dock').find(({ summary }) => summary === '5301')!
      Object.assign(event, { dtstart: '2027-05-13T09:00:00', dtend: '2027-05-13T11:00:00' })
    },
  },
  {
    name: 'the due day of the first sheet was used',
    stage: 1,
    spoil: (files) => {
      const text = new TextDecoder().decode(files.get('claims.csv')!)
      files.set('claims.csv', new TextEncoder().encode(text.replace('5304,8,8.50', '5304,15,12.75')))
    },
  },
  {
    name: 'a delay of two days was claimed',
    stage: 1,
    spoil: (files) => {
      const text = new TextDecoder().decode(files.get('claims.csv')!)
      files.set('claims.csv', new TextEncoder().encode(text.trimEnd() + '\n5302,2,9.45\n'))
    },
  },
  {
    name: 'rated by the arrivals of last week',
    stage: 2,
    spoil: (_, services) => {
      rowsOf(services, 'Suppliers').find(({ properties }) => properties.Supplier === 'Quill Paper')!.properties.Rating =
        'at risk'
    },
  },
  {
    name: 'the warehouse was told a wrong hour',
    stage: 0,
    spoil: (_, services) => {
      for (const mail of services.email.mail)
        if (mail.owner === 'warehouse') mail.body = mail.body.replace('08:00', '11:00')
    },
  },
  {
    name: 'the due day was counted as a day of delay',
    stage: 1,
    spoil: (files) => {
      const text = new TextDecoder().decode(files.get('claims.csv')!)
      files.set('claims.csv', new TextEncoder().encode(text.replace('5301,8,', '5301,9,')))
    },
  },
  {
    name: 'the list has a word by the arrivals of last week',
    stage: 2,
    spoil: (files) => {
      const text = new TextDecoder().decode(files.get('ratings.csv')!)
      files.set('ratings.csv', new TextEncoder().encode(text.replace('1,1,reliable', '1,1,at risk')))
    },
  },
]
export default spoiled
