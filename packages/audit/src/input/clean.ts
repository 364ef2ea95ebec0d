const introducer = String.fromCharCode(27)
const bell = String.fromCharCode(7)

/**
 * Terminal escapes: operating-system commands that end (ESC ] … BEL or ESC \), control sequences (ESC [ …), and the
 * short ones. One that does not end loses its introducer alone, so that no text after it disappears.
 */
const escapes = new RegExp(
  `${introducer}(?:\\][^${bell}${introducer}]*(?:${bell}|${introducer}\\\\)|\\[[0-?]*[ -/]*[@-~]|[ -/]*[0-~])?`,
  'g',
)
/** Control characters, and characters that hide or reorder text: bidirectional overrides, zero widths, tags. */
const hidden = /[\p{Cc}\u200B\u202A-\u202E\u2060\u2066-\u2069\uFEFF\u{E0000}-\u{E007F}]/gu

/**
 * A text that is safe to print, on one line: terminal escapes, control characters and invisible formatting are taken
 * out, white space is one space, half a surrogate pair is U+FFFD. `removed` counts what went, white space not.
 */
export function clean(text: string): { text: string; removed: number } {
  let removed = 0
  const take = (): string => {
    removed++
    return ''
  }
  const spaced = text.replace(/\p{Cs}/gu, '\uFFFD').replace(/[\t\n\v\f\r\u0085]/g, ' ')
  const safe = spaced.replace(escapes, take).replace(hidden, take)
  return { text: safe.replace(/\s+/g, ' ').trim(), removed }
}

/** `clean` where nobody needs to know what went. */
export const cleaned = (text: string): string => clean(text).text
