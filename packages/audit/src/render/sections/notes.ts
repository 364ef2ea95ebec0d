import { sayCount } from '../../counted.ts'
import type { AuditReport } from '../../report.ts'
import { line, type Section } from '../block.ts'
import { visible } from '../say.ts'

/** What could not be done, and why; nothing where all went well. */
export function notesSection({ notes }: AuditReport, top: number): Section | null {
  if (notes.length === 0) return null
  const shown = notes.slice(0, top).map((note) => line(visible(note)))
  const rest = notes.length - top
  return {
    id: 'notes',
    title: 'What could not be done',
    blocks: rest > 0 ? [...shown, line(`and ${sayCount(rest, 'more note')}`)] : shown,
  }
}
