import { type Literal, parse } from 'acorn'
import { full } from 'acorn-walk'
import MagicString from 'magic-string'
import { transform } from 'sucrase'
import { placeOf, scriptsOf } from '../../kit/scripts.ts'
import type { Task } from '../../kit/task.ts'
import { writeBytes } from '../../kit/text.ts'

/** Beside every TypeScript file a JavaScript file without its types. */
export default async function run(task: Task): Promise<void> {
  const scripts = await scriptsOf(task, ['.ts'])
  const place = placeOf(task, scripts, (name) => name.replace(/\.ts$/, '.js'))
  for (const script of scripts) await writeBytes(place(script), pointedToJs(plain(script.text)))
}

function plain(text: string): string {
  return transform(text, { transforms: ['typescript'], disableESTransforms: true }).code
}

/** Imports of './x.ts' as './x.js'. */
function pointedToJs(code: string): string {
  const text = new MagicString(code)
  full(parse(code, { ecmaVersion: 'latest', sourceType: 'module' }), (node) => {
    const source = 'source' in node ? (node.source as Literal | null) : null
    if (typeof source?.value === 'string' && /^\.\.?\/.*\.ts$/.test(source.value))
      text.overwrite(source.end - 3, source.end - 1, 'js')
  })
  return text.toString()
}
