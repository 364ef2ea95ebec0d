import { rowsOf, sheetRows } from '@lawbook/benchmarks'
import type { SpoiledStage } from '../../../../testing.ts'

const spoiled: SpoiledStage[] = [
  {
    name: 'a colleague signed for the guest',
    stage: 1,
    spoil: (_, services) => {
      const mona = rowsOf(services, 'Visitors').find(({ properties }) => properties.Name === 'Mona Reiter')!
      mona.properties.Status = 'expected'
    },
  },
  {
    name: 'a badge that was lost overnight was given',
    stage: 1,
    spoil: (_, services) => {
      const joris = rowsOf(services, 'Visitors').find(({ properties }) => properties.Name === 'Joris Pell')!
      joris.properties.Badge = 'V05'
    },
  },
  {
    name: 'the slot of the director was given away',
    stage: 2,
    spoil: (_, services) => {
      const slots = sheetRows(services, 'Parking')!
      slots[1]![1] = 'KR-221'
      slots[3]![1] = 'HA-7'
      slots[4]![1] = ''
    },
  },
  {
    name: 'the wrong Amara Diallo was asked for a badge',
    stage: 3,
    spoil: (_, services) => {
      const mail = services.email.mail.findLast(({ subject }) => subject.includes('V03'))!
      for (const one of services.email.mail)
        if (one.subject === mail.subject) one.body = one.body.replace('Tessel', 'Northgrid').replaceAll('V03', 'V01')
    },
  },
]
export default spoiled
