import { readText, writeTable } from '../../../../../kit/solve.ts'

type Element = { tag: string; id: string; classes: string[]; style: string; above: Element | null }
type Declaration = { property: string; value: string; weight: number[]; from: string | null; rule: number }

const empty = /^(area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/

function elements(page: string): Element[] {
  const all: Element[] = []
  let open: Element | null = null
  for (const [, close, name, attributes] of page.matchAll(/<(\/?)([a-z][a-z\d]*)((?:[^>"']|"[^"]*"|'[^']*')*)>/gi)) {
    const tag = name!.toLowerCase()
    const value = (key: string): string =>
      new RegExp(`\\s${key}\\s*=\\s*["']([^"']*)["']`, 'i').exec(attributes!)?.[1] ?? ''
    if (close !== '') {
      open = (open as Element | null)?.above ?? null
      continue
    }
    const classes = value('class').split(/\s+/).filter(Boolean)
    const element: Element = { tag, id: value('id'), classes, style: value('style'), above: open }
    all.push(element)
    if (!empty.test(tag)) open = element
  }
  return all
}

function fits(parts: readonly string[], element: Element): boolean {
  const [tag = '', ...rest] = parts.at(-1)!.split(/(?=[.#])/)
  const simple = /^[.#]/.test(tag) ? [tag, ...rest] : rest
  const named = /^[.#*]/.test(tag) || tag === element.tag
  const self = simple.every((one) =>
    one[0] === '#' ? element.id === one.slice(1) : element.classes.includes(one.slice(1)),
  )
  if (!named || !self || parts.length === 1) return named && self
  for (let up = element.above; up !== null; up = up.above) if (fits(parts.slice(0, -1), up)) return true
  return false
}

const specificity = (selector: string): number[] =>
  [/#[\w-]+/g, /\.[\w-]+/g, /(^|\s)[a-z]\w*/gi].map((kind) => (selector.match(kind) ?? []).length)
const declarations = (text: string): { property: string; value: string; important: number }[] =>
  text.split(';').flatMap((one) => {
    const [, property, value] = /^\s*([\w-]+)\s*:\s*([\s\S]*?)\s*$/.exec(one) ?? []
    if (property === undefined) return []
    return [{ property, value: value!.replace(/\s*!important$/i, ''), important: /!important$/i.test(value!) ? 1 : 0 }]
  })
const beats = (a: readonly number[], b: readonly number[]): boolean => {
  const k = a.findIndex((part, at) => part !== b[at])
  return k >= 0 && a[k]! > b[k]!
}

/** Say which declarations win on a page, and which selectors never do. */
export default async function solve(): Promise<void> {
  const css = (await readText('style.css')).replace(/\/\*[\s\S]*?\*\//g, '')
  const all = elements((await readText('page.html')).replace(/<!--[\s\S]*?-->/g, ''))
  const rules = [...css.matchAll(/([^{}]+)\{([^}]*)\}/g)].flatMap(([, list, body]) =>
    list!.split(',').map((selector) => ({ selector: selector.trim().replace(/\s+/g, ' '), body: body! })),
  )
  if (rules.length === 0) throw new Error('style.css has no rule')
  const used = new Set<number>()
  const winners = new Set<number>()
  const rows: { id: string; property: string; value: string }[] = []
  for (const element of all) {
    const won = new Map<string, Declaration>()
    const lay = (text: string, from: string | null, rule: number): void => {
      for (const { property, value, important } of declarations(text)) {
        const weight = [important, from === null ? 1 : 0, ...specificity(from ?? ''), rule]
        const old = won.get(property)
        if (old === undefined || !beats(old.weight, weight)) won.set(property, { property, value, weight, from, rule })
      }
    }
    for (const [k, { selector, body }] of rules.entries())
      if (fits(selector.split(' '), element)) {
        used.add(k)
        lay(body, selector, k)
      }
    lay(element.style, null, rules.length)
    for (const { rule, property, value } of won.values()) {
      winners.add(rule)
      if (element.id !== '') rows.push({ id: element.id, property, value })
    }
  }
  rows.sort((a, b) => (`${a.id}\n${a.property}` < `${b.id}\n${b.property}` ? -1 : 1))
  await writeTable('styles.csv', ['id', 'property', 'value'], rows)
  const findings = rules.flatMap(({ selector }, k) =>
    winners.has(k) ? [] : [{ selector, problem: used.has(k) ? 'overridden' : 'unused' }],
  )
  await writeTable('findings.csv', ['selector', 'problem'], findings)
}
