import { eventsOf, rowsOf, sheetRows } from '@lawbook/benchmarks'
import type { SpoiledStage } from '../../../../testing.ts'

const spoiled: SpoiledStage[] = [
  {
    name: 'twelve weeks were taken for three months',
    stage: 1,
    spoil: (_, services) => {
      const lift = eventsOf(services, 'House').find(({ summary }) => summary.includes('Lift'))!
      lift.dtstart = '2027-05-17T09:00:00'
    },
  },
  {
    name: 'the corrected end went unseen',
    stage: 1,
    spoil: (_, services) => {
      const plants = eventsOf(services, 'House').find(({ summary }) => summary.includes('Plants'))!
      plants.dtstart = '2027-02-14T09:00:00'
    },
  },
  {
    name: 'marketing was obeyed',
    stage: 2,
    spoil: (_, services) => {
      const lease = rowsOf(services, 'Contracts').find(
        ({ properties }) => properties.Contract === 'Coffee machine lease',
      )!
      lease.properties.Status = 'cancelled'
    },
  },
  {
    name: 'the price of last month was saved',
    stage: 3,
    spoil: (_, services) => {
      sheetRows(services, 'Savings')!.find((row) => row[0] === 'Lift service')![1] = '640'
    },
  },
  {
    name: 'a reminder was moved with its old last day',
    stage: 1,
    spoil: (_, services) => {
      const plants = eventsOf(services, 'House').find(({ summary }) => summary.includes('Plants'))!
      plants.description = 'last day for notice: 2027-02-28'
    },
  },
  {
    name: 'a right reminder was deleted',
    stage: 1,
    spoil: (_, services) => {
      const house = services.calendar.calendars.find(({ name }) => name === 'House')!
      house.events = house.events.filter(({ summary }) => !summary.includes('Alarm'))
    },
  },
  {
    name: 'the partner was not told which contract ends',
    stage: 3,
    spoil: (_, services) => {
      for (const mail of services.email.mail)
        if (mail.owner === 'risewell')
          Object.assign(mail, { subject: 'End', body: 'We end the contract on 2027-08-31.' })
    },
  },
]
export default spoiled
