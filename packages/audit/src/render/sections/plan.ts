import type { Edit } from '../../edit/edit.ts'
import type { AuditReport, PlannedEdit } from '../../report.ts'
import { type Block, line, type Section } from '../block.ts'
import { labelsOf, sayPlace } from '../labels.ts'
import { sayChange, sayGain, sayP, sayWhole, visible } from '../say.ts'
import { outcomeTable } from './outcomes.ts'

/** What to do first: each edit with its gain on requests that did not choose it, its characters and its evidence. */
export function planSection(report: AuditReport): Section {
  const { plan } = report
  const label = labelsOf(report)
  const blocks: Block[] = []
  if (plan.edits.length === 0) blocks.push(line('no edit is known to help'))
  else {
    blocks.push({ kind: 'list', items: plan.edits.map((planned) => itemOf(planned, label)) })
    blocks.push(
      line(`the listing: ${sayWhole(plan.charsBefore)} characters before, ${sayWhole(plan.charsAfter)} after`),
    )
  }
  if (plan.together !== null) {
    const { before, after, gain, p } = plan.together
    blocks.push(line(`all together, on requests that chose none of them: ${sayGain(gain)}, ${sayP(p)}`))
    blocks.push(
      outcomeTable('together', [
        { name: 'before', outcome: before },
        { name: 'after', outcome: after },
      ]),
    )
  }
  blocks.push(...plan.notes.map((note) => line(visible(note))))
  return { id: 'plan', title: 'What to do first', blocks }
}

function itemOf({ edit, gain, p, chars, evidence, place }: PlannedEdit, label: (id: string) => string) {
  const facts = [
    gain === null ? 'no gain measured' : sayGain(gain),
    ...(p === null ? [] : [sayP(p)]),
    `${sayChange(chars)} characters`,
    evidence,
    sayPlace(place),
  ]
  return {
    text: `${sayEdit(edit, label)}: ${facts.filter((fact) => fact !== '').join(', ')}`,
    more: [wordsOf(edit), visible(edit.reason)].filter((part) => part !== '').join('; '),
  }
}

/** What an edit does, in a few words: "rewrite pdf-tools". */
export function sayEdit(edit: Edit, label: (id: string) => string): string {
  if (edit.kind === 'merge') return `merge ${label(edit.before.id)} into ${label(edit.after.id)}`
  return `${edit.kind} ${label(edit.before.id)}`
}

/** The words that a rewrite adds and takes out, each once, in their order. */
function wordsOf(edit: Edit): string {
  if (edit.kind !== 'rewrite') return ''
  const [before, after] = [wordsIn(edit.before), wordsIn(edit.after)]
  const added = after.filter((word) => !before.includes(word))
  const gone = before.filter((word) => !after.includes(word))
  return [sayWords('adds', added), sayWords('takes out', gone)].filter((part) => part !== '').join(', ')
}

const mostWords = 8
function sayWords(verb: string, words: readonly string[]): string {
  if (words.length === 0) return ''
  const rest = words.length - mostWords
  return `${verb}: ${words.slice(0, mostWords).map(visible).join(' ')}${rest > 0 ? ` and ${rest} more` : ''}`
}

const wordsIn = ({ name, description }: { readonly name: string; readonly description: string }): string[] => [
  ...new Set(`${name} ${description}`.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{N}'’_-]*/gu) ?? []),
]
