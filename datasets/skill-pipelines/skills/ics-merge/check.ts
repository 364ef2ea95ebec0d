import { type Entry, entriesOf, sameness } from '../../checks/calendars.ts'
import { judgeProduced, type Step, sourcesOf, textOf } from '../../checks/step.ts'

/** Each UID of the sources once, in its newest version, and no other event. */
export default function check(step: Step): string[] {
  const all = sourcesOf(step, ['.ics']).flatMap((name) => entriesOf(textOf(step.before, name)))
  const keys = new Set(all.map(keyOf))
  return judgeProduced(step, ['.ics'], (name) => {
    const made = entriesOf(textOf(step.after, name))
    const repeated = made.find((entry, i) => made.findIndex((other) => keyOf(other) === keyOf(entry)) < i)
    if (repeated !== undefined) return [`${name} holds ${repeated.uid} twice`]
    if (made.length !== keys.size) return [`${name} has ${made.length} events, the calendars together ${keys.size}`]
    return made.flatMap((entry) => {
      const versions = all.filter((other) => keyOf(other) === keyOf(entry))
      if (versions.length === 0) return [`${entry.uid} is in none of the calendars`]
      const newest = versions.toSorted((a, b) => sequenceOf(b) - sequenceOf(a))[0]!
      return sameness(newest) === sameness(entry) ? [] : [`${entry.uid} is not as its calendar has it`]
    })
  })
}

function keyOf({ uid, properties }: Entry): string {
  return `${uid} ${properties.get('RECURRENCE-ID') ?? ''}`
}

function sequenceOf({ properties }: Entry): number {
  return Number(properties.get('SEQUENCE') ?? 0)
}
