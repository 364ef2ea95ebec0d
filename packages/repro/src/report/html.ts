/** A piece of finished HTML. Only `html` and `raw` make one. */
export type Html = { readonly html: string }

type Part = string | number | null | Html | readonly Html[]

/** HTML from a template: text is escaped, pieces of HTML and lists of them are put in as they are, null is nothing. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return { html: strings.reduce((text, string, i) => text + render(parts[i - 1] ?? null) + string) }
}

/** Text that is HTML already. Only for what the project itself wrote. */
export function raw(text: string): Html {
  return { html: text }
}

function render(part: Part): string {
  if (part === null) return ''
  if (typeof part !== 'object') return escapeHtml(String(part))
  return 'html' in part ? part.html : part.map((piece) => piece.html).join('')
}

/** Text that HTML shows literally, in elements and in quoted attributes. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}
