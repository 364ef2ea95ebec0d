/**
 * The text with every match of the pattern exchanged, found one by one; `$1`, `$&`, `$$` and `$<name>` in the
 * replacement stand for what was caught. Null if the pattern occurs nowhere.
 */
export function substituted(text: string, pattern: string, replacement: string): string | null {
  const finder = new RegExp(pattern, 'gm')
  let made = ''
  let from = 0
  let found = false
  for (let match = finder.exec(text); match !== null; match = finder.exec(text)) {
    made += text.slice(from, match.index) + filled(replacement, match)
    from = match.index + match[0].length
    found = true
    if (match[0] === '') finder.lastIndex += 1
  }
  return found ? made + text.slice(from) : null
}

function filled(replacement: string, match: RegExpExecArray): string {
  return replacement.replace(/\$(\$|&|\d{1,2}|<[^>]*>)/g, (whole, what: string) => {
    if (what === '$') return '$'
    if (what === '&') return match[0]
    if (what.startsWith('<')) return match.groups === undefined ? whole : (match.groups[what.slice(1, -1)] ?? '')
    return Number(what) >= 1 && Number(what) < match.length ? (match[Number(what)] ?? '') : whole
  })
}
