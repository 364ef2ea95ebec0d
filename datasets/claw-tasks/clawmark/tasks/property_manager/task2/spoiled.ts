import { addRow, eventsOf } from '@lawbook/benchmarks'
import type { SpoiledStage } from '../../../../testing.ts'

const spoiled: SpoiledStage[] = [
  {
    name: 'a second order for the same leak',
    stage: 0,
    spoil: (_files, services) => {
      const orders = services.notion.databases.find(({ title }) => title === 'Work orders')!
      addRow(orders, { ...orders.rows[0]!.properties, Order: 'W4', Status: 'done' })
    },
  },
  {
    name: 'did not look at the priorities again',
    stage: 1,
    spoil: (_files, services) => {
      const event = (order: string) => eventsOf(services, 'Works').find(({ summary }) => summary.startsWith(order))!
      Object.assign(event('W2'), { dtstart: '2027-09-07T13:00:00', dtend: '2027-09-07T15:00:00' })
      Object.assign(event('W3'), { dtstart: '2027-09-07T15:00:00', dtend: '2027-09-07T17:00:00' })
    },
  },
  {
    name: 'the planned length of the work',
    stage: 2,
    spoil: (files) => {
      const text = Buffer.from(files.get('checked.csv')!).toString()
      files.set('checked.csv', Buffer.from(text.replace('175.00,pay', '145.00,too long')))
    },
  },
  {
    name: 'the old rate',
    stage: 2,
    spoil: (files) => {
      const text = Buffer.from(files.get('checked.csv')!).toString()
      files.set('checked.csv', Buffer.from(text.replace('180.00', '165.00')))
    },
  },
]
export default spoiled
