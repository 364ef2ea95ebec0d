import { readJson, readText, writeText } from '../../../../../kit/solve.ts'

type Allowed = { tags: Record<string, string[]>; schemes: string[]; remove: string[] }
const named: Record<string, string> = { amp: '&', colon: ':', tab: '\t', newline: '\n' }

/** The scheme of an address as a browser reads it; none for a relative one. */
function scheme(address: string): string | undefined {
  const decoded = address
    .replace(/&#x([\da-f]+);?/gi, (_, code: string) => String.fromCodePoint(Number(`0x${code}`)))
    .replace(/&#(\d+);?/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&(\w+);/g, (whole, name: string) => named[name.toLowerCase()] ?? whole)
  const letters = [...decoded].filter((letter) => letter > ' ' && letter !== '\u007f').join('')
  return /^([a-z][a-z\d+.-]*):/i.exec(letters)?.[1]?.toLowerCase()
}

function tag(close: string, name: string, attributes: string, { tags, schemes }: Allowed): string {
  const listed = tags[name.toLowerCase()]
  if (listed === undefined) return ''
  if (close !== '') return `</${name.toLowerCase()}>`
  const kept = [...attributes.matchAll(/([^\s=/"'>]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g)].flatMap(
    ([, key, a, b, c]) => {
      const [attribute, value] = [key!.toLowerCase(), a ?? b ?? c ?? '']
      const kind = attribute === 'href' || attribute === 'src' ? scheme(value) : undefined
      const bad = !listed.includes(attribute) || (kind !== undefined && !schemes.includes(kind))
      return bad ? [] : [` ${attribute}="${value.replaceAll('"', '&quot;')}"`]
    },
  )
  return `<${name.toLowerCase()}${kept.join('')}>`
}

/** Keep of a guest's markup what is allowed. */
export default async function solve(): Promise<void> {
  const allowed = await readJson<Allowed>('allowed.json')
  if (allowed.tags === undefined || allowed.schemes === undefined || allowed.remove === undefined)
    throw new Error('allowed.json needs tags, schemes and remove')
  const gone = new RegExp(`<!--[\\s\\S]*?-->|<(${allowed.remove.join('|')})\\b[\\s\\S]*?</\\1\\s*>`, 'gi')
  const page = (await readText('page.html')).replace(gone, '')
  const clean = page.replace(
    /<(\/?)([a-z][a-z\d]*)((?:[^>"']|"[^"]*"|'[^']*')*)>/gi,
    (_, close: string, name: string, attributes: string) => tag(close, name, attributes, allowed),
  )
  await writeText('clean.html', clean)
}
