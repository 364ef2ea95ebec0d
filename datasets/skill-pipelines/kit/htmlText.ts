const tag = /<(\/?[a-z][a-z\d-]*)(?:[^>"']|"[^"]*"|'[^']*')*>/gi
const ofBlocks =
  'address|article|aside|blockquote|body|caption|dd|details|div|dl|dt|fieldset|figcaption|figure|footer|form'
const moreBlocks =
  'h[1-6]|header|hr|html|legend|main|nav|ol|option|p|pre|section|select|summary|table|tbody|tfoot|thead|ul'
const block = new RegExp(`</?(?:${ofBlocks}|${moreBlocks})>`, 'g')

/** What a reader sees of a page: blocks apart by a blank line, list items after a dash, cells of a row apart by tabs. */
export function textOfHtml(html: string): string {
  const text = html
    .replace(/<!--[\s\S]*?-->|<!doctype[^>]*>/gi, '')
    .replace(/<(head|title|script|style|template)\b[\s\S]*?<\/\1\s*>/gi, '')
    .replace(tag, (_, name: string) => `<${name.toLowerCase()}>`)
    .replace(/<pre>[\s\S]*?<\/pre>/g, (code) => code.replaceAll('\n', '<br>'))
    .replace(/\s+/g, ' ')
    .replace(/<t[dh]>/g, '\t')
    .replace(/<br>|<\/li>|<\/tr>/g, '\n')
    .replace(/<li>/g, '\n- ')
    .replace(block, '\n\n')
    .replace(tag, '')
  const lines = text.split('\n').map((line) =>
    line
      .replace(/ *\t */g, '\t')
      .replace(/ +/g, ' ')
      .trim(),
  )
  const kept = lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^(- .*)\n\n(?=- )/gm, '$1\n')
  return `${decoded(kept).trim()}\n`
}

const signs: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  shy: '',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  laquo: '«',
  raquo: '»',
  bull: '•',
  middot: '·',
  deg: '°',
  times: '×',
  euro: '€',
  pound: '£',
  copy: '©',
  reg: '®',
  trade: '™',
  szlig: 'ß',
  aelig: 'æ',
  oslash: 'ø',
}
const accents: Readonly<Record<string, string>> = {
  uml: '\u0308',
  acute: '\u0301',
  grave: '\u0300',
  circ: '\u0302',
  tilde: '\u0303',
  ring: '\u030a',
  cedil: '\u0327',
}

/** Entities as the signs they stand for; those that nobody knows stay as they are. */
function decoded(text: string): string {
  return text.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (whole, decimal, hex, name) => {
    if (decimal !== undefined) return String.fromCodePoint(Number(decimal))
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16))
    const accented = /^([a-z])(uml|acute|grave|circ|tilde|ring|cedil)$/i.exec(name)
    return signs[name] ?? (accented === null ? whole : (accented[1]! + accents[accented[2]!]!).normalize('NFC'))
  })
}
