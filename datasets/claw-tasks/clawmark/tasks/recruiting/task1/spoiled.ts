import { rowsOf, sendMail } from '@lawbook/benchmarks'
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
  {
    name: 'a manager had the new longlist at once',
    stage: 1,
    spoil: (_, services) => {
      const [from, to] = ['jobs@oakhollow.example', 'lab@oakhollow.example'] as const
      sendMail(services, { from, to: [to], subject: 'Longlist: Analyst', body: 'A-01, A-06, A-09' })
    },
  },
  {
    name: 'Leo Prandt heard nothing',
    stage: 2,
    spoil: (_, services) => {
      services.email.mail = services.email.mail.filter(({ to }) => to !== 'leo@post.example')
    },
  },
  {
    name: 'a regret gave the reason',
    stage: 2,
    spoil: (_, services) => {
      for (const mail of services.email.mail)
        if (mail.owner === 'tess') mail.body += ' The lab asks for at least four years of practice.'
    },
  },
]
export default spoiled
