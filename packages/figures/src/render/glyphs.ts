import { fail } from '@lawbook/base'
import { fontOf } from './fonts.ts'

/**
 * Every character of every text in an SVG is in the shipped font, else LB_GLYPH with the figure, the character and
 * its code point: elsewhere another font would be taken, or a box drawn, and the bytes would depend on the machine.
 */
export function checkGlyphs(svg: string, where: string): void {
  for (const [, attributes = '', content = ''] of svg.matchAll(/<text([^>]*)>(.*?)<\/text>/gs)) {
    const font = fontOf(faceOf(attributes))
    const text = decode(content.replace(/<[^>]*>/g, ''))
    for (const character of text) {
      const point = character.codePointAt(0)!
      if (font.hasGlyphForCodePoint(point)) continue
      const code = `U+${point.toString(16).toUpperCase().padStart(4, '0')}`
      fail(
        'LB_GLYPH',
        `figure ${where} has the character "${character}" (${code}) in "${text}"; ${font.familyName} lacks it: write it otherwise`,
        { figure: where, character, code },
      )
    }
  }
}

/** The face that the attributes of an SVG text ask for. */
function faceOf(attributes: string) {
  const read = (name: string): string => new RegExp(` ${name}="([^"]*)"`).exec(attributes)?.[1] ?? ''
  return {
    family: read('font-family').split(',')[0]!,
    bold: read('font-weight') === 'bold' || Number(read('font-weight')) >= 600,
    italic: read('font-style') === 'italic',
  }
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function decode(text: string): string {
  return text.replace(/&(#x[0-9a-f]+|#[0-9]+|[a-z]+);/gi, (whole, name: string) => {
    if (name.startsWith('#x')) return String.fromCodePoint(Number.parseInt(name.slice(2), 16))
    if (name.startsWith('#')) return String.fromCodePoint(Number(name.slice(1)))
    return entities[name] ?? whole
  })
}
