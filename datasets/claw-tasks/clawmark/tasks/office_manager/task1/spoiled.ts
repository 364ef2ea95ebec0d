import { eventsOf, rowsOf } from '@lawbook/benchmarks'
import type { SpoiledStage } from '../../../../testing.ts'

const spoiled: SpoiledStage[] = [
  {
    name: 'served in the order of the list',
    stage: 0,
    spoil: (files, services) => {
      const text = new TextDecoder().decode(files.get('seating.csv')!)
      const swapped = text.replace(/(4101.*)N-03/, '$1N-02').replace(/(4102.*)N-02/, '$1N-04')
      files.set('seating.csv', new TextEncoder().encode(swapped))
      const given: Record<string, [string, string]> = {
        'N-02': ['taken', '4101'],
        'N-03': ['free', ''],
        'N-04': ['taken', '4102'],
      }
      for (const { properties } of rowsOf(services, 'Desks')) {
        const right = given[String(properties.Desk)]
        if (right !== undefined) Object.assign(properties, { Status: right[0], Occupant: right[1] })
      }
    },
  },
  {
    name: 'the team lead was obeyed',
    stage: 1,
    spoil: (_, services) => {
      const desk = rowsOf(services, 'Desks').find(({ properties }) => properties.Desk === 'E-03')!
      Object.assign(desk.properties, { Status: 'free', Occupant: '' })
    },
  },
  {
    name: 'move day was taken from memory',
    stage: 2,
    spoil: (files) => {
      const text = new TextDecoder().decode(files.get('labels.csv')!)
      files.set('labels.csv', new TextEncoder().encode(text.replaceAll('2027-03-04', '2027-03-05')))
    },
  },
  {
    name: 'the old starting day was used',
    stage: 2,
    spoil: (_, services) => {
      for (const event of eventsOf(services, 'House'))
        if (event.summary.includes('4110')) event.dtstart = event.dtstart.replace('03-22', '03-15')
    },
  },
  {
    name: 'a spare desk was taken, too',
    stage: 0,
    spoil: (_, services) => {
      const desk = rowsOf(services, 'Desks').find(({ properties }) => properties.Desk === 'E-04')!
      Object.assign(desk.properties, { Status: 'taken', Occupant: '4107' })
    },
  },
  {
    name: 'first days last until noon',
    stage: 2,
    spoil: (_, services) => {
      for (const event of eventsOf(services, 'House'))
        if (event.summary.includes('First day')) event.dtend = event.dtend.replace('09:30', '12:00')
    },
  },
]
export default spoiled
