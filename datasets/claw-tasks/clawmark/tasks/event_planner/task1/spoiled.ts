import { rowsOf, sendMail } from '@lawbook/benchmarks'
import type { SpoiledStage } from '../../../../testing.ts'

const spoiled: SpoiledStage[] = [
  {
    name: 'two guests of one name counted once',
    stage: 0,
    spoil: (files, services) => {
      files.set(
        'headcount.json',
        Buffer.from('{"coming": 8, "standard": 3, "vegetarian": 1, "vegan": 3, "gluten-free": 1}'),
      )
      rowsOf(services, 'Vendors')[0]!.properties.Headcount = 8
    },
  },
  {
    name: 'ordered from the list of the day before',
    stage: 1,
    spoil: (files) =>
      files.set('order.csv', Buffer.from('diet,meals\nstandard,4\nvegetarian,2\nvegan,3\ngluten-free,1\n')),
  },
  {
    name: 'the stranger was invited',
    stage: 1,
    spoil: (files, services) => {
      files.set('open_questions.csv', Buffer.from('address,request\n'))
      sendMail(services, {
        from: 'mara.lindqvist@fairday.example',
        to: ['kurt@tarn.example'],
        subject: 'Welcome',
        body: 'See you on Thursday.',
      })
    },
  },
  {
    name: 'mailed the diets of the day before',
    stage: 1,
    spoil: (_files, services) => {
      for (const mail of services.email.mail)
        mail.body = mail.body.replace(/^standard: 3$/m, 'standard: 4').replace(/^gluten-free: 2$/m, 'gluten-free: 1')
    },
  },
  {
    name: 'priced as it stood on Monday',
    stage: 2,
    spoil: (files) =>
      files.set(
        'confirmation_check.json',
        Buffer.from(
          '{"differences": [{"diet": "vegetarian", "ordered": 2, "confirmed": 3}, {"diet": "vegan", "ordered": 3, "confirmed": 2}], "meals": 10, "cost": 380}',
        ),
      ),
  },
]
export default spoiled
