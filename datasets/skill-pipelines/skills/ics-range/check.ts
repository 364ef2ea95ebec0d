import { type Entry, entriesOf, momentOf, sameness } from '../../checks/calendars.ts'
import { judgeProduced, type Step, sourcesOf, textOf } from '../../checks/step.ts'

/** Every event of the source is in the product if it touches the period, and out if it does not; none is changed. */
export default function check(step: Step): string[] {
  const source = entriesOf(textOf(step.before, sourcesOf(step, ['.ics'])[0]!))
  return judgeProduced(step, ['.ics'], (name) => {
    const made = entriesOf(textOf(step.after, name)).map(sameness)
    const known = new Set(source.map(sameness))
    const strange = made.find((one) => !known.has(one))
    if (strange !== undefined) return [`${name} holds an event that its source does not have: ${strange.slice(0, 80)}`]
    const wanted = source.filter((entry) => !outside(entry, step.input))
    const lost = wanted.find((entry) => !made.includes(sameness(entry)))
    if (lost !== undefined) return [`${name} lacks ${lost.summary} of ${lost.start}`]
    return made.length === wanted.length
      ? []
      : [`${name} has ${made.length} events, ${wanted.length} lie in the period`]
  })
}

/** Over before the period begins, or not begun when it ends. */
function outside({ from, until: end }: Entry, { since, until }: Step['input']): boolean {
  const over = since !== undefined && end <= momentOf(String(since)) && from < momentOf(String(since))
  const whole = String(until).trim().length === 10 ? 24 * 60 * 60 * 1000 : 0
  return over || (until !== undefined && from >= momentOf(String(until)) + whole)
}
