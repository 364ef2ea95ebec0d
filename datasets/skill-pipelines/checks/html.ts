/** A piece of a page: text, or a tag that opens or closes. */
type Piece = { readonly text: string } | { readonly tag: string; readonly opens: boolean; readonly inside: string }

/** A stretch of text without a break in it, and the block that it stands in (h1, p, li, td, title, ...). */
export type Block = { readonly tag: string; readonly text: string }

const inline = new Set(
  'a abbr b bdi bdo cite code del dfn em font i img input ins kbd label mark q s samp small span strong sub sup u var wbr'.split(
    ' ',
  ),
)

/** The blocks of a page in order, blank ones left out; scripts and styles are no text. */
export function blocksOf(html: string): Block[] {
  const blocks: Block[] = []
  let open: string[] = []
  let text = ''
  const close = (): void => {
    if (text.trim() !== '') blocks.push({ tag: open.at(-1) ?? '', text: text.replace(/\s+/g, ' ').trim() })
    text = ''
  }
  for (const piece of piecesOf(html)) {
    if ('text' in piece) text += piece.text
    else if (!inline.has(piece.tag)) {
      close()
      if (piece.opens && piece.tag !== 'br' && piece.tag !== 'hr') open.push(piece.tag)
      else if (!piece.opens && open.includes(piece.tag)) open = open.slice(0, open.lastIndexOf(piece.tag))
    }
  }
  close()
  return blocks
}

/** How often a tag opens. */
export function countOf(html: string, tag: string): number {
  return piecesOf(html).filter((piece) => 'tag' in piece && piece.opens && piece.tag === tag).length
}

/** The addresses of the links of a page, in order. */
export function addressesOf(html: string): string[] {
  return piecesOf(html).flatMap((piece) => {
    if (!('tag' in piece) || piece.tag !== 'a') return []
    const found = /\bhref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i.exec(piece.inside)
    return found === null ? [] : [decoded(found[1] ?? found[2] ?? found[3]!)]
  })
}

/** A text without the addresses that the page links to, the longest first. */
export function withoutAddresses(text: string, html: string): string {
  const addresses = addressesOf(html).sort((a, b) => b.length - a.length)
  return addresses.reduce((rest, address) => rest.replaceAll(address, ' '), text)
}

function piecesOf(html: string): Piece[] {
  const pieces: Piece[] = []
  let at = 0
  while (at < html.length) {
    const [whole, closing, name, inside] =
      /^<(\/?)([a-z][a-z\d-]*)((?:"[^"]*"|'[^']*'|[^>"'])*)>/i.exec(html.slice(at)) ?? []
    if (html.startsWith('<!--', at)) at = after(html, '-->', at)
    else if (html.startsWith('<!', at) || html.startsWith('<?', at)) at = after(html, '>', at)
    else if (whole !== undefined) {
      const tag = name!.toLowerCase()
      pieces.push({ tag, opens: closing === '', inside: inside! })
      at += whole.length
      const raw = closing === '' && (tag === 'script' || tag === 'style')
      if (raw) at = Math.max(at, html.toLowerCase().indexOf(`</${tag}`, at))
    } else {
      const next = html.indexOf('<', at + 1)
      pieces.push({ text: decoded(html.slice(at, next < 0 ? html.length : next)) })
      at = next < 0 ? html.length : next
    }
  }
  return pieces
}

function after(html: string, mark: string, from: number): number {
  const at = html.indexOf(mark, from)
  return at < 0 ? html.length : at + mark.length
}

const accents = { uml: 776, acute: 769, grave: 768, circ: 770, tilde: 771, ring: 778, cedil: 807 } as const
const letters = new Map(Object.entries({ szlig: 'ß', aelig: 'æ', oslash: 'ø', amp: '&', lt: '<', gt: '>', quot: '"' }))
const signs =
  'apos nbsp ndash mdash hellip lsquo rsquo ldquo rdquo laquo raquo bull middot deg times euro pound copy reg trade'

/** Entities as signs; the rarer signs, which no check looks at, as a blank. */
function decoded(text: string): string {
  return text.replace(/&(#x?)?([\da-z]+);/gi, (whole, number: string | undefined, name: string) => {
    if (number !== undefined) return String.fromCodePoint(Number.parseInt(name, number === '#' ? 10 : 16))
    const accent = Object.keys(accents).find((end) => name.length === end.length + 1 && name.endsWith(end))
    if (accent !== undefined)
      return (name.slice(0, 1) + String.fromCodePoint(accents[accent as keyof typeof accents])).normalize('NFC')
    return name === 'shy' ? '' : (letters.get(name) ?? (signs.split(' ').includes(name) ? ' ' : whole))
  })
}
