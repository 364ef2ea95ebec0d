import { addEvent, eventsOf } from '@lawbook/benchmarks'
import type { SpoiledStage } from '../../../../testing.ts'

const spoiled: SpoiledStage[] = [
  {
    name: 'the new event of an interviewer went unseen',
    stage: 1,
    spoil: (_, services) => {
      for (const name of ['Interviews', 'Hana', 'Piet']) {
        const event = eventsOf(services, name).find(({ summary }) => summary === 'B-2')!
        Object.assign(event, { dtstart: '2027-06-14T15:00:00', dtend: '2027-06-14T16:00:00' })
      }
    },
  },
  {
    name: 'the old event was left in one calendar',
    stage: 1,
    spoil: (_, services) => {
      addEvent(eventsOf(services, 'Piet'), {
        uid: 'left-over',
        summary: 'B-3',
        dtstart: '2027-06-14T16:00:00',
        dtend: '2027-06-14T17:00:00',
      })
    },
  },
  {
    name: 'half hours of a time zone were lost',
    stage: 2,
    spoil: (files) => {
      const text = new TextDecoder().decode(files.get('agenda.csv')!)
      files.set('agenda.csv', new TextEncoder().encode(text.replace('T13:30', 'T13:00')))
    },
  },
  {
    name: 'offsets were taken from UTC',
    stage: 2,
    spoil: (files) => {
      const text = new TextDecoder().decode(files.get('agenda.csv')!)
      files.set('agenda.csv', new TextEncoder().encode(text.replace('T03:00', 'T05:00')))
    },
  },
]
export default spoiled
