/** Control and invisible formatting characters, and halves of surrogate pairs: they become one blank with the white space. */
const unprintable =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  /[\s\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]+/gu

/** A text as one printable line without double quotes. */
export function printable(text: string): string {
  return text.replace(unprintable, ' ').replaceAll('"', "'").trim()
}

/** A text cut to so many UTF-16 units, never inside a character; what is cut ends in `...`. */
export function cut(text: string, length: number): string {
  if (text.length <= length) return text
  let kept = ''
  for (const character of text) {
    if (kept.length + character.length > length - 3) break
    kept += character
  }
  return `${kept.trimEnd()}...`
}

/** The first words of a text: one printable line of at most 60 characters. */
export function headOf(text: string): string {
  // A long text is cut before it is cleaned: only its beginning is looked at.
  return cut(printable(text.slice(0, 2000)), 60)
}

/** `1 row`, `57 rows`. */
export function counted(n: number, one: string, many = `${one}s`): string {
  return `${n} ${n === 1 ? one : many}`
}

/** The first `most` of a list, each cut to `length`, then `and n more`. */
export function listed(items: readonly string[], most: number, length: number): string {
  const shown = items.slice(0, most).map((item) => cut(printable(item), length))
  const rest = items.length - shown.length
  return rest > 0 ? `${shown.join(', ')} and ${rest} more` : shown.join(', ')
}
