import mustache from 'mustache'

/** A template cut into its subject (a first line "Subject: ...", if it has one) and its body. */
export function letterTemplate(text: string): { subject: string | null; body: string } {
  const found = /^Subject: *(.*)\n+/.exec(text)
  return found === null ? { subject: null, body: text } : { subject: found[1]!, body: text.slice(found[0].length) }
}

/** The template filled with a row, text as it is; a placeholder the row does not have throws. */
export function filled(template: string, row: Readonly<Record<string, string>>): string {
  const missing = placeholders(mustache.parse(template)).find((name) => row[name] === undefined)
  if (missing !== undefined) throw new Error(`the table has no column "${missing}" for the template`)
  return mustache.render(template, row, undefined, { escape: (value) => String(value) })
}

/** An unsent message to one person. */
export function draft(to: string, subject: string, body: string): string {
  const word = /^[ -~]*$/.test(subject) ? subject : `=?UTF-8?B?${Buffer.from(subject).toString('base64')}?=`
  const head = [
    `To: ${to}`,
    `Subject: ${word}`,
    'X-Unsent: 1',
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
  ]
  return `${head.join('\n')}\n\n${body.trimEnd()}\n`.replaceAll('\n', '\r\n')
}

/** The names that a parsed template asks for, those inside its sections, too. */
function placeholders(tokens: readonly unknown[]): string[] {
  return (tokens as [string, string, number, number, unknown[]?][]).flatMap(([kind, name, , , inner]) =>
    kind === 'text' || kind === '!' ? [] : [name, ...placeholders(Array.isArray(inner) ? inner : [])],
  )
}
