import { eventsOf, sheetRows } from '@lawbook/benchmarks'
import type { SpoiledStage } from '../../../../testing.ts'

const spoiled: SpoiledStage[] = [
  {
    name: 'took the other man of that name',
    stage: 1,
    spoil: (_files, services) => {
      const rows = sheetRows(services, 'Volunteers')!
      ;[rows[1]![4], rows[2]![4]] = ['08:00', '12:00']
    },
  },
  {
    name: 'did not read the sheet again',
    stage: 1,
    spoil: (files, services) => {
      const text = 'shift,volunteer\ngate-1,V2\ngate-1,OPEN\naid-1,V4\ngate-2,V3\ngate-2,V5\nbar-1,V6\n'
      files.set('roster.csv', Buffer.from(text))
      eventsOf(services, 'Events').find(({ summary }) => summary === 'gate-2')!.description = 'V3, V5'
    },
  },
  {
    name: 'left who cancelled in the calendar',
    stage: 1,
    spoil: (_files, services) => {
      eventsOf(services, 'Events').find(({ summary }) => summary === 'gate-1')!.description = 'V1, V2'
    },
  },
  {
    name: 'thanked somebody else by name',
    stage: 2,
    spoil: (files) => {
      const text = Buffer.from(files.get('thanks.csv')!).toString()
      files.set('thanks.csv', Buffer.from(text.replace('V5,Rosa Lind', 'V5,Lotte Kern')))
    },
  },
  {
    name: 'planned hours in place of the real ones',
    stage: 2,
    spoil: (files) => {
      const text = Buffer.from(files.get('thanks.csv')!).toString()
      files.set('thanks.csv', Buffer.from(text.replace('Ben Moor,5.00', 'Ben Moor,4.00')))
    },
  },
]
export default spoiled
