import type { View } from 'vega'

/** Attributes that say nothing once the picture stands alone: its root carries the alternative text. */
const noise = / (?:class|role|aria-[a-z]+|pointer-events|xmlns:xlink|version)="[^"]*"/g
/** Backgrounds and placeholders of Vega's groups: without paint they draw nothing. */
const unpainted = /<path d="[^"]*"(?: display="none")?\/>/g
/** Vega counts ids through the life of the process. */
const references = / id="[^"]*"|url\(#[^)]*\)/g
const ids = /\b(?:clip|gradient_)\d+\b/g
const solid = / stroke-dasharray="1,0"/g
const geometry = / (?:d|transform|x|y|x1|x2|y1|y2|cx|cy|r|rx|ry|width|height|points|viewBox)="[^"]*"/g
/** Where the SVG is shown on a machine without the font. */
const fallbacks: Record<string, string> = { 'Source Serif': "'Source Serif 4', serif" }
const decimals = /-?\d*\.?\d+(?:e[-+]?\d+)?/g

/**
 * The SVG of a view, the same bytes for the same picture: ids counted from one, coordinates at two decimals, the
 * alternative text on the root.
 */
export async function toSvg(view: View, alt: string): Promise<string> {
  return normaliseSvg(await view.toSVG(), alt)
}

/** See `toSvg`. Only tags are touched, never the text between them. */
export function normaliseSvg(svg: string, alt: string): string {
  const numbers = new Map<string, string>()
  const renumber = (id: string): string => {
    if (!numbers.has(id)) numbers.set(id, `id${numbers.size + 1}`)
    return numbers.get(id)!
  }
  const tidy = svg.replace(/<[^>]+>/g, (tag) =>
    tag
      .replace(references, (reference) => reference.replace(ids, renumber))
      .replace(noise, '')
      .replace(solid, '')
      .replace(geometry, (attribute) => attribute.replace(decimals, roundPlaces))
      .replace(
        / font-family="([^",]+)"/,
        (_, family: string) => ` font-family="${family}, ${fallbacks[family] ?? 'sans-serif'}"`,
      ),
  )
  return `${tidy.replace(unpainted, '').replace('<svg ', `<svg role="img" aria-label="${escapeAttribute(alt)}" `)}\n`
}

function roundPlaces(digits: string): string {
  return String(Math.round(Number(digits) * 100) / 100 + 0)
}

function escapeAttribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

/** Width and height of an SVG in points. */
export function sizeOf(svg: string): { width: number; height: number } {
  const read = (name: string): number => Number(new RegExp(` ${name}="([0-9.]+)"`).exec(svg)?.[1])
  return { width: read('width'), height: read('height') }
}
