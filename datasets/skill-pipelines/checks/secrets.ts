const secret =
  /(?<email>[^\s@<>"'(),;:=]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+)|(?<=\b(?:token|key|secret|password)=)(?<value>[^\s&;,]+)|(?<=\bBearer\s+)(?<bearer>\S+)|(?<ip>(?<!\w)\d{1,3}(?:\.\d{1,3}){3}(?!\w))|(?<![\w])(?<long>[A-Za-z0-9]{24,})(?![\w])/gi

/** Something that must not be told; `kind` is what it was known by: its shape, or the name it was assigned to. */
export type Secret = { readonly kind: string; readonly text: string }

/** A line cut at its secrets: what has to stay, and what has to go from between the pieces. */
export function cutAtSecrets(line: string): { pieces: string[]; secrets: Secret[] } {
  const pieces: string[] = []
  const secrets: Secret[] = []
  let from = 0
  for (const found of line.matchAll(secret)) {
    const long = found.groups!.long
    if (long !== undefined && !(/\d/.test(long) && /[a-z]/i.test(long))) continue
    pieces.push(line.slice(from, found.index))
    const shape = Object.keys(found.groups!).find((name) => found.groups![name] !== undefined)!
    const named = shape === 'value' ? (/\w+=$/.exec(line.slice(0, found.index))?.[0] ?? '') : ''
    secrets.push({ kind: named.toLowerCase() + shape, text: found[0] })
    from = found.index + found[0].length
  }
  return { pieces: [...pieces, line.slice(from)], secrets }
}
