import { eventsOf, rowsOf } from '@lawbook/benchmarks'
import type { SpoiledStage } from '../../../../testing.ts'

const edit = (files: Map<string, Uint8Array>, name: string, from: string, to: string): void => {
  files.set(name, Buffer.from(Buffer.from(files.get(name)!).toString().replace(from, to)))
}

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
    name: 'logged the start as it was before the move',
    stage: 1,
    spoil: (files) => edit(files, 'changes.csv', '2027-06-09T14:00:00', '2027-06-09T09:30:00'),
  },
  {
    name: 'printed the keynote with the room of the other Priya Nair',
    stage: 2,
    spoil: (files) => edit(files, 'programme.csv', 'The long quarry,Atrium', 'The long quarry,Basalt'),
  },
  {
    name: 'counted an answer that was replaced',
    stage: 3,
    spoil: (files) => edit(files, 'ratings.csv', 'The long quarry,2,', 'The long quarry,3,'),
  },
  {
    name: 'rated in the order of the programme',
    stage: 3,
    spoil: (files) => {
      edit(files, 'ratings.csv', 'Rail to the pit,1,5.00\n', '')
      files.set('ratings.csv', Buffer.concat([files.get('ratings.csv')!, Buffer.from('Rail to the pit,1,5.00\n')]))
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
