import { sourceOf } from '../../kit/sources.ts'
import type { Task } from '../../kit/task.ts'
import { outputName, readText, required, writeBytes } from '../../kit/text.ts'

const paints = new Set(['fill', 'stroke', 'stop-color', 'flood-color', 'lighting-color', 'color', 'style'])
/** Comments and character data (left alone), style sheets, tags. */
const piece =
  /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|(<style\b[^>]*>)([\s\S]*?)<\/style>|<[^!?/](?:[^>"']|"[^"]*"|'[^']*')*>/g
const spot = /(?<!url\(\s*["']?)#(?:[0-9a-f]{6}|[0-9a-f]{3})\b|rgb\(\s*\d+\s*,\s*\d+\s*,\s*\d+\s*\)/gi

/** A drawing with one colour swapped where colours are written. */
export default async function run(task: Task): Promise<void> {
  const { input } = task
  const wanted = hexOf(required(input.color, 'color'))
  if (wanted === null) throw new Error(`cannot look for the colour ${input.color}: write it as #rrggbb`)
  const replacement = required(input.replacement, 'replacement')
  const source = await sourceOf(task, ['.svg'])
  let found = 0
  const swapped = (text: string): string =>
    text.replace(spot, (colour) => {
      if (hexOf(colour) !== wanted) return colour
      found += 1
      return replacement
    })
  const drawing = (await readText(source)).replace(piece, (all, open?: string, rules?: string) => {
    if (open !== undefined) return `${open}${rules!.replace(/:[^;{}]*(?=[;}])/g, swapped)}</style>`
    if (all.startsWith('<!')) return all
    return all.replace(/([\w:-]+)(?:\s*=\s*)(?:"[^"]*"|'[^']*')/g, (pair, name) =>
      paints.has(name) ? swapped(pair) : pair,
    )
  })
  if (found === 0) throw new Error(`${source} does not use the colour ${input.color}`)
  await writeBytes(outputName(input, 'recolored.svg'), drawing)
}

/** #rrggbb in small letters; null for other notations. */
function hexOf(colour: string): string | null {
  const text = colour.trim().toLowerCase()
  if (/^#[0-9a-f]{6}$/.test(text)) return text
  if (/^#[0-9a-f]{3}$/.test(text)) return text.replace(/[0-9a-f]/g, '$&$&')
  const parts = /^rgb\(\s*(\d+)\s*,\s*(\d+)\s*,\s*(\d+)\s*\)$/.exec(text)
  if (parts === null) return null
  return `#${parts
    .slice(1)
    .map((part) => Number(part).toString(16).padStart(2, '0'))
    .join('')}`
}
