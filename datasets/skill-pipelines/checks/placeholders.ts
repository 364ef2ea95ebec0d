/**
 * A Mustache template filled in: {{name}}, {{{name}}}, {{&name}}, {{#section}}, {{^section}}, {{! remark}}, dotted names
 * and {{.}}. `scopes` are the objects in which a name is looked up, the innermost last. Nothing is escaped.
 */
export function filled(template: string, scopes: readonly unknown[]): string {
  const tag = /\{\{\{\s*([\w.-]+)\s*\}\}\}|\{\{\s*([#^&!]?)\s*([\s\S]*?)\s*\}\}/.exec(template)
  if (tag === null) return template
  const [whole, plain, sign, other] = tag
  const [before, rest] = [template.slice(0, tag.index), template.slice(tag.index + whole.length)]
  if (sign === '!') return before + filled(rest, scopes)
  const value = lookedUp(plain ?? other!, scopes)
  if (sign !== '#' && sign !== '^') return before + String(value ?? '') + filled(rest, scopes)
  const [inside, after] = section(rest, other!)
  const list = Array.isArray(value) ? value : value ? [value] : []
  const parts =
    sign === '#'
      ? list.map((item) => filled(inside, [...scopes, item]))
      : list.length > 0
        ? []
        : [filled(inside, scopes)]
  return before + parts.join('') + filled(after, scopes)
}

/** The text up to the end of the section, and what follows; a section of the same name inside is skipped. */
function section(text: string, name: string): [string, string] {
  const tags = new RegExp(`\\{\\{\\s*([#^/])\\s*${name.replaceAll('.', '\\.')}\\s*\\}\\}`, 'g')
  let depth = 1
  for (const tag of text.matchAll(tags)) {
    depth += tag[1] === '/' ? -1 : 1
    if (depth === 0) return [text.slice(0, tag.index), text.slice(tag.index + tag[0].length)]
  }
  throw new Error(`the section ${name} of the template has no end`)
}

function lookedUp(name: string, scopes: readonly unknown[]): unknown {
  if (name === '.') return scopes.at(-1)
  const [first, ...rest] = name.split('.')
  const holder = scopes.findLast((scope) => typeof scope === 'object' && scope !== null && first! in scope)
  return [first!, ...rest].reduce((at: unknown, key) => (at as Record<string, unknown> | undefined)?.[key], holder)
}
