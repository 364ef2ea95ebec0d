import type { Literal, Node } from 'acorn'
import { full } from 'acorn-walk'
import { missingAndSurplus } from '../../checks/places.ts'
import { parsed, untyped } from '../../checks/programs.ts'
import { scriptEndings, scriptsOf } from '../../checks/scripts.ts'
import { judgeProduced, type Step, tableOf, textOf } from '../../checks/step.ts'

/** The table tells every pair of file and module, each on a row, and no other; a column called line is right too. */
export default function check(step: Step): string[] {
  const wanted = scriptsOf(step, scriptEndings).flatMap((file) =>
    modulesOf(textOf(step.before, file)).map(({ line, module }) => ({ file, line, text: module })),
  )
  return judgeProduced(step, ['.csv'], (name) => missingAndSurplus(tableOf(step.after, name), wanted, name))
}

/** By the syntax tree, type imports made plain ones so that they stay. */
function modulesOf(script: string): { line: number; module: string }[] {
  const code = untyped(
    script.replace(/\b(import|export)\s+type\s+(?=[{*])|\b(import)\s+type\s+(?!from\b)(?=\w)/g, '$1$2 '),
    true,
  )
  const found: { line: number; module: string }[] = []
  full(parsed(code), (node) => {
    const source = sourceIn(node)
    if (typeof source?.value === 'string')
      found.push({ line: code.slice(0, source.start).split('\n').length, module: source.value })
  })
  return found
}

/** The module of an import, export or `require`, if the node is one. */
function sourceIn(node: Node & Partial<Record<'source' | 'callee' | 'arguments', unknown>>): Literal | null {
  if (node.type !== 'CallExpression') return (node.source ?? null) as Literal | null
  const callee = node.callee as { type: string; name?: string }
  return callee.type === 'Identifier' && callee.name === 'require' ? ((node.arguments as Literal[])[0] ?? null) : null
}
