/** A heading of a Markdown text: its level (1 to 6) and its text without marks. */
type Heading = { readonly level: number; readonly text: string }

/** The headings outside blocks of code, in order: lines with # before them and lines underlined with = or -. */
export function headingsOf(markdown: string): Heading[] {
  const underlined = /^(?! {0,3}(?:[-*+>#|]|\d+[.)] ))(.*\S.*)\n {0,3}(=+|-+)[ \t]*$/gm
  const marked = withoutCode(markdown).replace(underlined, (_, text: string, line: string) => {
    return `${line.startsWith('=') ? '#' : '##'} ${text}`
  })
  return [...marked.matchAll(/^ {0,3}(#{1,6})[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*$/gm)].map((found) => ({
    level: found[1]!.length,
    text: unmarked(found[2]!),
  }))
}

/** The text without fenced blocks of code. */
export function withoutCode(markdown: string): string {
  return markdown.replace(/^ {0,3}(`{3,}|~{3,})[\s\S]*?^ {0,3}\1.*$/gm, '')
}

/** The addresses of `[text](address)`, outside code, in order. */
export function linksOf(markdown: string): string[] {
  const text = withoutCode(markdown).replace(/`[^`\n]*`/g, '')
  return [...text.matchAll(/(?<!!)\[(?:[^\]]|\\\])*\]\(\s*<?([^)\s>]+)>?[^)]*\)/g)].map((found) => found[1]!)
}

/** A piece of Markdown as a reader sees it: links and pictures by their text, no marks, no tags. */
export function unmarked(text: string): string {
  return text
    .replace(/!\[[^\]]*\]\([^)]*\)/g, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/<\/?[a-z](?![^>]*(?:@|:\/\/))[^>]*>/gi, '')
    .replace(/&#?\w+;/g, ' ')
    .replace(/[*`~]|\\(?=[^\w\s])/g, '')
    .trim()
}

/** The cells of the first table in the text, its ruling line left out; [] if there is none. */
export function tableIn(markdown: string): string[][] {
  const lines = markdown.split('\n').map((line) => line.trim())
  const ruling = lines.findIndex(
    (line, i) => i > 0 && lines[i - 1]!.includes('|') && line.includes('-') && /^[-:| \t]+$/.test(line),
  )
  if (ruling < 1) return []
  const end = lines.findIndex((line, i) => i > ruling && !line.includes('|'))
  return [lines[ruling - 1]!, ...lines.slice(ruling + 1, end < 0 ? lines.length : end)].map(cellsOf)
}

/** Cells apart by bars; a bar after a backslash belongs to the cell. */
function cellsOf(line: string): string[] {
  const cells = line.replace(/^\||(?<!\\)\|$/g, '').split(/(?<!\\)\|/)
  return cells.map((cell) => cell.trim().replaceAll('\\|', '|'))
}
