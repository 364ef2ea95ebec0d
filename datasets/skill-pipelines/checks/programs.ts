import { type Node, parse } from 'acorn'
import { transform } from 'sucrase'

/** Whether two scripts, TypeScript or JavaScript, do the same: equal syntax trees once types are gone, wherever things stand. */
export function sameProgram(a: string, b: string): boolean {
  return JSON.stringify(treeOf(a)) === JSON.stringify(treeOf(b))
}

/** The syntax tree of plain JavaScript; TypeScript throws. */
export function parsed(script: string): Node {
  return parse(script, { ecmaVersion: 'latest', sourceType: 'module' })
}

/** The script as JavaScript, its lines where they were. */
export function untyped(script: string, keepUnusedImports = false): string {
  return transform(script, { transforms: ['typescript'], disableESTransforms: true, keepUnusedImports }).code
}

/** Without places and spellings; imports of './x.ts' and './x.js' are one. */
function treeOf(script: string): unknown {
  return bare(parsed(untyped(script)))
}

function bare(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(bare)
  if (node instanceof RegExp || typeof node === 'bigint') return String(node)
  if (typeof node === 'string') return /^\.\.?\/.*\.ts$/.test(node) ? node.replace(/\.ts$/, '.js') : node
  if (node === null || typeof node !== 'object') return node
  const kept = Object.entries(node).filter(([key]) => key !== 'start' && key !== 'end' && key !== 'raw')
  return kept.map(([key, value]) => [key, bare(value)])
}
