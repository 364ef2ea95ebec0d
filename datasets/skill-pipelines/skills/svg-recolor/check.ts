import { judgeProduced, type Step, sourcesOf, textOf } from '../../checks/step.ts'
import { type Element, type Node, svgOf } from '../../checks/svg.ts'

const paints = ['fill', 'stroke', 'stop-color', 'flood-color', 'lighting-color', 'color']

/** The drawing is the source with that colour exchanged in paints and styles, and only there. Comments do not count. */
export default function check(step: Step): string[] {
  const source = sourcesOf(step, ['.svg'])[0]
  if (source === undefined) return ['there is no SVG']
  const [color, replacement] = [step.input.color, step.input.replacement].map((value) => plain(String(value)))
  const original = svgOf(textOf(step.before, source))
  const same = (value: string): string => value
  const wanted = JSON.stringify(painted(original, (value) => (value === color ? replacement! : value)))
  if (wanted === JSON.stringify(painted(original, same))) return [`${source} does not use ${color}`]
  return judgeProduced(step, ['.svg'], (name) => {
    const root = svgOf(textOf(step.after, name))
    if (JSON.stringify(painted(root, same)) === wanted) return []
    const uses = JSON.stringify(painted(root, (value) => (value === color ? '' : value)))
    return uses === JSON.stringify(painted(root, same))
      ? [`${name} is not ${source} with ${color} replaced by ${replacement}`]
      : [`${name} still uses ${color}`]
  })
}

/** An element as plain data, each single colour passed through `change`. */
function painted({ name, attributes, children }: Element, change: (colour: string) => string): unknown {
  const own = Object.keys(attributes)
    .sort()
    .map((key) => {
      const value = attributes[key]!.replace(/\s+/g, ' ').trim()
      if (key === 'style') return [key, declarations(value, change)]
      return [key, paints.includes(key) ? change(plain(value)) : value]
    })
  const inner = children.map((child) => contentOf(child, name, change)).filter((child) => child !== '')
  return [name, own, inner]
}

function contentOf(child: Node, parent: string, change: (colour: string) => string): unknown {
  if (child.kind === 'element') return painted(child, change)
  if (child.kind !== 'text') return ''
  if (parent !== 'style') return child.text.replace(/\s+/g, ' ').trim()
  const rules = [...child.text.replace(/\/\*[\s\S]*?\*\//g, '').matchAll(/([^{}]*)\{([^{}]*)\}/g)]
  return rules.map(([, selector, body]) => [selector!.replace(/\s+/g, ' ').trim(), declarations(body!, change)])
}

function declarations(body: string, change: (colour: string) => string): string[][] {
  return body
    .split(';')
    .map((one) => one.split(/:(.*)/s).map((part) => part.trim()))
    .filter(([property]) => property !== '')
    .map(([property, value = '']) => [property!, change(plain(value))])
}

/** A colour as "red green blue"; what is none stays, in small letters. */
function plain(value: string): string {
  const text = value.replace(/\s+/g, ' ').trim().toLowerCase()
  const digits = /^#([0-9a-f]{3}|[0-9a-f]{6})$/.exec(text)?.[1]
  if (digits !== undefined) {
    const parts = digits.match(digits.length === 3 ? /./g : /../g)!
    return parts.map((part) => Number.parseInt(part.length === 1 ? part + part : part, 16)).join(' ')
  }
  const parts = /^rgb\(([\d, ]+)\)$/.exec(text)?.[1]
  return parts === undefined ? text : parts.split(',').map(Number).join(' ')
}
