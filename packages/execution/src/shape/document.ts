import type { Shape } from './describe.ts'
import { headOf } from './words.ts'

const scripts = new Set(['js', 'mjs', 'cjs', 'jsx'])
const typed = new Set(['ts', 'mts', 'cts', 'tsx'])

/** Documents with a structure of their own: pages, drawings, sources, calendars, mails; null for anything else. */
export function describeDocument(extension: string, text: string): Shape | null {
  // Tags are looked for at the beginning only, so that no text takes long.
  const beginning = text.slice(0, 20_000)
  const start = beginning.trimStart().toLowerCase()
  if (extension === 'md' || extension === 'markdown') return describeMarkdown(text)
  if (extension === 'svg' || start.startsWith('<svg')) return describeSvg(beginning)
  if (extension === 'html' || extension === 'htm' || start.startsWith('<!doctype html') || start.startsWith('<html'))
    return describePage(beginning)
  if (extension === 'xml' || start.startsWith('<?xml'))
    return { type: 'xml', facts: { root: /<([A-Za-z_][\w:.-]*)/.exec(beginning)?.[1] ?? '' }, head: '' }
  if (scripts.has(extension)) return describeSource('javascript', text)
  if (typed.has(extension)) return describeSource('typescript', text)
  if (extension === 'ics' || start.startsWith('begin:vcalendar')) return describeCalendar(text)
  if (extension === 'eml') return describeMail(text)
  return null
}

/** Headings outside fenced code, without their marks. The head is the first line that is none. */
function describeMarkdown(text: string): Shape {
  const lines = unfenced(text.replace(/^---\n[\s\S]*?\n---(?:\n|$)/, '').split('\n')).filter(
    (line) => line.trim() !== '',
  )
  const isHeading = (line: string): boolean => /^ {0,3}#{1,6}[ \t]/.test(line)
  const headings = lines.filter(isHeading).map((line) => headOf(line.slice(0, 500).replace(/^[ #]+|[ \t]#+$/g, '')))
  return { type: 'markdown', facts: { headings }, head: headOf(lines.find((line) => !isHeading(line)) ?? '') }
}

function unfenced(lines: readonly string[]): string[] {
  let fenced = false
  return lines.filter((line) => {
    const fence = /^ {0,3}(```|~~~)/.test(line)
    if (fence) fenced = !fenced
    return !fence && !fenced
  })
}

/** The size as written in the drawing, else that of its view box. */
function describeSvg(text: string): Shape {
  const tag = /<svg\b[^>]*>/i.exec(text)?.[0] ?? ''
  const attribute = (name: string): string =>
    new RegExp(`\\s${name}\\s*=\\s*["']([^"']*)["']`, 'i').exec(tag)?.[1] ?? ''
  const [, , boxWidth = '', boxHeight = ''] = attribute('viewBox')
    .trim()
    .split(/[\s,]+/)
  const [width, height] = [attribute('width') || boxWidth, attribute('height') || boxHeight].map(headOf)
  return { type: 'svg', facts: { width: width!, height: height! }, head: '' }
}

/** The title, and the first words that are no title, script or style. */
function describePage(text: string): Shape {
  const title = /<title[^>]*>([^<]*)/i.exec(text)?.[1] ?? ''
  const body = text.replace(/<(title|script|style)\b[\s\S]*?<\/\1\s*>/gi, ' ').replace(/<[^>]*>/g, ' ')
  return { type: 'html', facts: { title: headOf(title) }, head: headOf(body) }
}

function describeSource(type: 'javascript' | 'typescript', text: string): Shape {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  return { type, facts: { lines: lines.length }, head: headOf(lines[0] ?? '') }
}

/** Events, and the summary of the first; folded lines are joined. */
function describeCalendar(text: string): Shape {
  const unfolded = text.replace(/\n[ \t]/g, '')
  const events = unfolded.match(/^BEGIN:VEVENT[ \t]*$/gim)?.length ?? 0
  const inside = unfolded.slice(Math.max(0, unfolded.search(/^BEGIN:VEVENT/im)))
  const first = /^SUMMARY(?:;[^:\n]*)?:(.*)$/im.exec(inside)?.[1] ?? ''
  return { type: 'calendar', facts: { events, first: headOf(first.replace(/\\([,;\\])/g, '$1')) }, head: '' }
}

/** Sender and subject as the headers write them; folded headers are joined. The head is the first line of the body. */
function describeMail(text: string): Shape {
  const end = text.search(/\n[ \t]*\n/)
  const headers = (end === -1 ? text : text.slice(0, end)).replace(/\n[ \t]+/g, ' ')
  const header = (name: string): string => headOf(new RegExp(`^${name}:(.*)$`, 'im').exec(headers)?.[1] ?? '')
  return { type: 'mail', facts: { from: header('From'), subject: header('Subject') }, head: '' }
}
