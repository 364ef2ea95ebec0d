import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { FontFace, fonts } from 'canvas'
import { create, type Font } from 'fontkit'
import { textMetrics } from 'vega'

/** A text's face: family, weight and slant as Vega and SVG name them. */
export type Face = { readonly family: string; readonly bold: boolean; readonly italic: boolean }

const require = createRequire(import.meta.url)
const files: Record<string, { regular: string; bold: string; italic: string }> = {
  Inter: {
    regular: require.resolve('@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf'),
    bold: require.resolve('@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf'),
    italic: require.resolve('@expo-google-fonts/inter/400Regular_Italic/Inter_400Regular_Italic.ttf'),
  },
  // Named without its number: `8px Source Serif 4` is not a valid CSS font.
  'Source Serif': {
    regular: require.resolve('@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf'),
    bold: require.resolve('@expo-google-fonts/source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf'),
    italic: require.resolve('@expo-google-fonts/source-serif-4/400Regular_Italic/SourceSerif4_400Regular_Italic.ttf'),
  },
}

/** The shipped font file of a face. Any family but the serif one is drawn in Inter. */
export function fontFile({ family, bold, italic }: Face): string {
  const faces = files[family] ?? files.Inter!
  return bold ? faces.bold : italic ? faces.italic : faces.regular
}

const opened = new Map<string, Font>()

/** The opened font of a face: its metrics and the characters it has. */
export function fontOf(face: Face): Font {
  const file = fontFile(face)
  let font = opened.get(file)
  if (font === undefined) {
    font = create(readFileSync(file)) as Font
    opened.set(file, font)
  }
  return font
}

let registered = false

/**
 * Give Vega the shipped fonts, once a process: canvas draws with them, and text is measured from the font files, so
 * that a layout depends neither on the machine's fonts nor on the build of canvas.
 */
export function registerFonts(): void {
  if (registered) return
  registered = true
  for (const [family, { regular, bold, italic }] of Object.entries(files)) {
    fonts.add(new FontFace(family, regular, { weight: '400' }))
    fonts.add(new FontFace(family, bold, { weight: '600' }))
    fonts.add(new FontFace(family, italic, { weight: '400', style: 'italic' }))
  }
  textMetrics.width = textWidth
}

const widths = new Map<string, number>()

/** The width of a text in points, with kerning. */
function textWidth(item: Parameters<typeof textMetrics.width>[0], text: string): number {
  const face = {
    family: String(item.font ?? 'Inter'),
    bold: item.fontWeight === 'bold' || Number(item.fontWeight) >= 600,
    italic: item.fontStyle === 'italic',
  }
  const font = fontOf(face)
  const key = `${font.postscriptName} ${text}`
  let width = widths.get(key)
  if (width === undefined) {
    width = font.layout(text).advanceWidth / font.unitsPerEm
    widths.set(key, width)
  }
  return width * Number(item.fontSize ?? 11)
}
