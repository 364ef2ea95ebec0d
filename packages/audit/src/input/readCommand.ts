const readers = /(?:^|[\s;&|('"`/])(?:cat|bat|head|tail|less|more|nl|sed|awk|type|Get-Content|gc)\s/
const fileName = /[\\/]SKILL\.md\b/gi
const endsPath = /[\s'"`;|&()<>=,*?]/

/**
 * The path of the SKILL.md that a shell command reads, the first of several; null where it reads none. Writing one (`>`,
 * `tee`, `sed -i`, a patch) is no reading, and neither is looking for some.
 */
export function readByCommand(command: string): string | null {
  if (/\*\*\* Begin Patch|\bsed\s+(?:-\w+\s+)*-i|\btee\b/.test(command) || !readers.test(command)) return null
  for (const { index, 0: name } of command.matchAll(fileName)) {
    // Backwards by hand: a pattern would try every beginning of a long word.
    let start = index
    while (start > 0 && !endsPath.test(command[start - 1]!)) start--
    const written = />\s*['"]?$/.test(command.slice(Math.max(0, start - 8), start))
    if (start < index && !written) return command.slice(start, index + name.length)
  }
  return null
}

/** All texts inside a value, joined: a command may be a text, a list of words, or a field of an object. */
export function textsIn(value: unknown, depth = 0): string {
  if (typeof value === 'string') return value
  if (typeof value !== 'object' || value === null || depth === 4) return ''
  return Object.values(value)
    .map((item) => textsIn(item, depth + 1))
    .filter((text) => text !== '')
    .join(' ')
}
