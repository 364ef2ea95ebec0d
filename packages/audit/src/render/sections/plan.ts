import { sayWhole } from '../../counted.ts'
import type { Edit } from '../../edit/edit.ts'
import type { AuditReport, PlannedEdit } from '../../report.ts'
import { type Block, line, type Section } from '../block.ts'
import { labelsOf, sayPlace } from '../labels.ts'
import { sayChange, sayEditGain, sayGain, sayList, sayP, visible } from '../say.ts'
import { wordChanges } from '../wordChanges.ts'
import { outcomeTable } from './outcomes.ts'

/** What to do first: each edit with its gain on requests that did not choose it, its characters and its evidence. */
export function planSection(report: AuditReport): Section {
  const { plan } = report
  const label = labelsOf(report)
  const blocks: Block[] = []
  if (plan.edits.length === 0 && plan.notes.length === 0) blocks.push(line('no edit is known to help'))
  if (plan.edits.length > 0) {
    blocks.push({ kind: 'list', items: plan.edits.map((planned) => itemOf(planned, label)) })
    blocks.push(line(`the listing goes from ${sayWhole(plan.charsBefore)} to ${sayWhole(plan.charsAfter)} characters`))
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
    gain === null ? 'no gain measured' : sayEditGain(gain),
    ...(p === null ? [] : [sayP(p)]),
    `${sayChange(chars)} characters`,
    evidence,
  ]
  return {
    text: `${sayEdit(edit, label)}: ${facts.join(', ')}`,
    more: [sayPlace(place), wordsOf(edit), visible(edit.reason)].filter((part) => part !== ''),
  }
}

/** What an edit does, in a few words: "rewrite pdf-tools". */
export function sayEdit(edit: Edit, label: (id: string) => string): string {
  if (edit.kind === 'merge') return `merge ${label(edit.before.id)} into ${label(edit.after.id)}`
  return `${edit.kind} ${label(edit.before.id)}`
}

/** What a rewrite adds and takes out, as runs of words. */
function wordsOf(edit: Edit): string {
  if (edit.kind !== 'rewrite') return ''
  const { gone, added } = wordChanges(listingOf(edit.before), listingOf(edit.after))
  return [sayRuns('adds', added), sayRuns('takes out', gone)].filter((part) => part !== '').join(', ')
}

const [mostRuns, mostWords] = [3, 12]
function sayRuns(verb: string, runs: readonly string[]): string {
  if (runs.length === 0) return ''
  const quoted = runs.map((run) => {
    const words = run.split(' ')
    return `“${visible(words.slice(0, mostWords).join(' '))}${words.length > mostWords ? ' …' : ''}”`
  })
  return `${verb} ${sayList(quoted, mostRuns)}`
}

/** A name that stays is no part of what changed. */
const listingOf = ({ name, description }: { readonly name: string; readonly description: string }): string =>
  `${name} ${description}`
