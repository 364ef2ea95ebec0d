import { type Files, filesOf, type Random } from '../seeded.ts'

const template = `# {{title}}

Dear colleagues,

we looked at {{n}} values. On average they come to {{mean}}; the largest of them is {{max}}.

| measure | value |
| ------- | ----- |
| count | {{n}} |
| mean | {{mean}} |
| maximum | {{max}} |

{{! the signature stays as it is }}
Kind regards,
the evaluation desk
`

/** summary.mustache, a letter with the places n, mean, max and title, and numbers.json with what belongs there. */
export default function make(random: Random): Files {
  const values = Array.from({ length: random.int(20, 60) }, () => random.int(100, 9900) / 10)
  const numbers = {
    title: `${random.pick(['Waiting times', 'Delivery weights', 'Call lengths', 'Visits & returns'])} in ${random.pick(['January', 'February', 'March'])}`,
    n: values.length,
    mean: Math.round((values.reduce((sum, value) => sum + value, 0) / values.length) * 1e6) / 1e6,
    min: Math.min(...values),
    max: Math.max(...values),
  }
  return filesOf({ 'summary.mustache': template, 'numbers.json': `${JSON.stringify(numbers, null, 2)}\n` })
}
