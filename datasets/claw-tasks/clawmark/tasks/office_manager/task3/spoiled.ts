import { eventsOf, sheetRows } from '@lawbook/benchmarks'
import type { SpoiledStage } from '../../../../testing.ts'

const spoiled: SpoiledStage[] = [
  {
    name: 'the design crit yielded to yoga',
    stage: 0,
    spoil: (_, services) => {
      const [birch, cedar] = [eventsOf(services, 'Birch'), eventsOf(services, 'Cedar')]
      const crit = birch.splice(
        birch.findIndex(({ summary }) => summary === 'Design crit'),
        1,
      )
      const yoga = cedar.splice(
        cedar.findIndex(({ summary }) => summary === 'Yoga'),
        1,
      )
      birch.push(...yoga)
      cedar.push(...crit)
    },
  },
  {
    name: 'the room was booked by the calendar of the day before',
    stage: 1,
    spoil: (_, services) => {
      const crit = eventsOf(services, 'Cedar').find(({ summary }) => summary === 'Design crit')!
      Object.assign(crit, { dtstart: '2027-05-10T17:00:00', dtend: '2027-05-10T18:00:00' })
      const mail = services.email.mail.find(({ owner, folder }) => owner === 'lena' && folder === 'INBOX')!
      mail.body = mail.body.replace('17:30', '17:00')
    },
  },
  {
    name: 'the cancelled call was counted',
    stage: 2,
    spoil: (_, services) => {
      sheetRows(services, 'Room use')!.find((row) => row[0] === 'Cedar')![1] = '4.5'
    },
  },
  {
    name: 'the week after was counted too',
    stage: 2,
    spoil: (_, services) => {
      sheetRows(services, 'Room use')!.find((row) => row[0] === 'Cedar')![1] = '7'
    },
  },
]
export default spoiled
