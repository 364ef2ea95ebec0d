import { eventsOf, rowsOf } from '@lawbook/benchmarks'
import type { SpoiledStage } from '../../../../testing.ts'

const spoiled: SpoiledStage[] = [
  {
    name: 'moved the other speaker of that name',
    stage: 1,
    spoil: (_files, services) => {
      const talk = (title: string) =>
        rowsOf(services, 'Sessions').find((row) => row.properties.Title === title)!.properties
      talk('Soil sensors at scale').Slot = 'A'
      talk('The long quarry').Slot = 'C'
    },
  },
  {
    name: 'did not look at the minutes again',
    stage: 1,
    spoil: (_files, services) => {
      eventsOf(services, 'Events').find(({ summary }) => summary === 'Dust and lungs')!.dtend = '2027-06-09T12:00:00'
    },
  },
  {
    name: 'capacities of the first day',
    stage: 2,
    spoil: (files) => files.set('overflow.json', Buffer.from('{}')),
  },
  {
    name: 'printed the slots in place of the calendar',
    stage: 2,
    spoil: (files) => {
      const text = Buffer.from(files.get('programme.csv')!).toString()
      files.set('programme.csv', Buffer.from(text.replace('16:30,17:00', '14:00,14:30')))
    },
  },
  {
    name: 'rated the talk that was cancelled',
    stage: 3,
    spoil: (files) => {
      const text = Buffer.from(files.get('ratings.csv')!).toString()
      files.set('ratings.csv', Buffer.from(`${text}Mapping old shafts,2,5.00\n`))
    },
  },
]
export default spoiled
