import { eventsOf, rowsOf, sheetRows } from '@lawbook/benchmarks'
import type { SpoiledStage } from '../../../../testing.ts'

const spoiled: SpoiledStage[] = [
  {
    name: 'the namesake was taken for the known firm',
    stage: 0,
    spoil: (_, services) => {
      const suppliers = services.notion.databases.find(({ title }) => title === 'Suppliers')!
      suppliers.rows = suppliers.rows.filter(({ properties }) => properties['Tax id'] !== 'AT377')
    },
  },
  {
    name: 'the look-alike address was believed',
    stage: 1,
    spoil: (_, services) => {
      sheetRows(services, 'Callbacks')!.push(['70013', 'GB33BUKB20201555555555', ''])
      rowsOf(services, 'Suppliers').find(({ properties }) => properties.Number === '70013')!.properties.Status =
        'callback'
    },
  },
  {
    name: 'the denied account was entered',
    stage: 2,
    spoil: (_, services) => {
      const lindner = rowsOf(services, 'Suppliers').find(({ properties }) => properties.Number === '70012')!
      Object.assign(lindner.properties, { IBAN: 'DE75512108001245126199', Status: 'active' })
    },
  },
  {
    name: 'the old day of a certificate was used',
    stage: 2,
    spoil: (_, services) => {
      const event = eventsOf(services, 'Deadlines').find(({ summary }) => summary.includes('70013'))!
      event.dtstart = '2027-05-01T10:00:00'
    },
  },
  {
    name: 'the namesake got the account of the known firm',
    stage: 0,
    spoil: (_, services) => {
      rowsOf(services, 'Suppliers').find(({ properties }) => properties.Number === '70023')!.properties.IBAN =
        'DE89370400440532013000'
    },
  },
]
export default spoiled
