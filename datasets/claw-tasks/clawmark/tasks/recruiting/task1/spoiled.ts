import { rowsOf } from '@lawbook/benchmarks'
import type { SpoiledStage } from '../../../../testing.ts'

const row = (services: Parameters<typeof rowsOf>[0], number: string) =>
  rowsOf(services, 'Candidates').find(({ properties }) => properties.Number === number)!.properties

const spoiled: SpoiledStage[] = [
  {
    name: 'the wrong Ravi Menon was withdrawn',
    stage: 1,
    spoil: (_, services) => {
      row(services, 'A-01').Status = 'withdrawn'
      row(services, 'A-03').Status = 'longlist'
    },
  },
  {
    name: 'screened by the requisitions of Friday',
    stage: 1,
    spoil: (_, services) => {
      Object.assign(row(services, 'A-02'), { Status: 'longlist', Reason: '' })
      Object.assign(row(services, 'A-08'), { Status: 'regret', Reason: 'late' })
    },
  },
  {
    name: 'invited to the day that had been planned first',
    stage: 2,
    spoil: (_, services) => {
      for (const mail of services.email.mail) mail.body = mail.body.replace('2027-06-17', '2027-06-15')
    },
  },
]
export default spoiled
