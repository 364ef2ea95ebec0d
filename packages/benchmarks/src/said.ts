/**
 * What a program said, as one line of at most `most` characters that is the same on every machine: the given folders
 * become ".", addresses of objects in memory "0x", control characters and line breaks single spaces.
 */
export function said(text: string, folders: readonly string[], most = 200): string {
  const without = folders.reduce((rest, folder) => rest.replaceAll(folder, '.'), text)
  const line = without
    .replace(/\b0x[0-9a-f]{6,}/g, '0x')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
  return [...line].slice(0, most).join('')
}

/** The last line of an output that is not empty, as `said` gives it. */
export function lastLine(output: string, folders: readonly string[]): string {
  const lines = output.split('\n').filter((line) => line.trim() !== '')
  return said(lines.at(-1) ?? 'it printed nothing', folders)
}
