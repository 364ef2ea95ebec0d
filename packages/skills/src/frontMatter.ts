import { parseDocument } from 'yaml'

type Warn = (
  rule: 'no-front-matter' | 'unclosed-front-matter' | 'tab-in-front-matter' | 'invalid-yaml',
  detail: string,
) => void

/** The text between the first two lines `---`, and what follows. Without such lines everything is body. */
export function splitFrontMatter(text: string, warn: Warn): { frontMatter: string | null; body: string } {
  const lines = text.trimStart().split('\n')
  const isFence = (line: string): boolean => /^---[ \t]*$/.test(line)
  if (!isFence(lines[0] ?? '')) {
    warn('no-front-matter', 'the text does not begin with a line ---')
    return { frontMatter: null, body: text.trim() }
  }
  const end = lines.findIndex((line, i) => i > 0 && isFence(line))
  if (end === -1) {
    warn('unclosed-front-matter', 'there is no second line ---')
    return { frontMatter: null, body: text.trim() }
  }
  return {
    frontMatter: lines.slice(1, end).join('\n'),
    body: lines
      .slice(end + 1)
      .join('\n')
      .trim(),
  }
}

/** The fields of a front matter: as YAML (tabs count as two spaces), else line by line. */
export function frontMatterFields(frontMatter: string, warn: Warn): Record<string, unknown> {
  if (frontMatter.includes('\t')) warn('tab-in-front-matter', 'tabs are read as two spaces')
  const text = frontMatter.replaceAll('\t', '  ')
  const document = parseDocument(text, { strict: false, uniqueKeys: false, logLevel: 'silent' })
  if (document.errors.length === 0) {
    const value = toValue(() => document.toJS({ maxAliasCount: 100 }))
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>
  }
  warn('invalid-yaml', `read line by line (${document.errors[0]?.code ?? 'not a mapping'})`)
  return fieldsByLine(text)
}

/** YAML that refers to itself too often throws when it is unfolded: that too is read line by line. */
function toValue(unfold: () => unknown): unknown {
  try {
    return unfold()
  } catch {
    return null
  }
}

/** `key: value` at the left margin; indented lines continue the value; quotes around it are taken off. */
function fieldsByLine(text: string): Record<string, string> {
  const fields = new Map<string, string[]>()
  let current: string[] = []
  for (const line of text.split('\n')) {
    const match = /^([A-Za-z][\w-]*)\s*:(?:\s+(.*))?$/.exec(line)
    if (match === null) {
      current.push(line.trim())
      continue
    }
    current = [(match[2] ?? '').replace(/^[>|][-+]?$/, '').trim()]
    fields.set(match[1]!, current)
  }
  return Object.fromEntries([...fields].map(([key, parts]) => [key, unquoted(parts.join(' ').trim())]))
}

function unquoted(value: string): string {
  const match = /^(["'])(.*)\1$/s.exec(value)
  return match === null ? value : match[2]!
}
