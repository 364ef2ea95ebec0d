import { sourceOf } from '../../kit/sources.ts'
import type { Task } from '../../kit/task.ts'
import { outputName, readText, writeBytes } from '../../kit/text.ts'

/** A template with each ${NAME} replaced by its value from a .env file; ${NAME:-fallback} may do without. */
export default async function run(task: Task): Promise<void> {
  const { input, previous } = task
  const values = valuesIn(await readText(await sourceOf(task, ['.env'])))
  const template = await sourceOf({ input: input.template === undefined ? {} : { from: input.template }, previous }, [
    '.tmpl',
  ])
  const text = (await readText(template)).replace(
    /\$\{([A-Za-z_]\w*)(?::-([^}]*))?\}/g,
    (_, name: string, fallback: string | undefined) => {
      const value = fallback === undefined ? values.get(name) : values.get(name) || fallback
      if (value === undefined) throw new Error(`${template} asks for ${name}, which is not set`)
      return value
    },
  )
  await writeBytes(outputName(input, nameFor(template)), text)
}

function valuesIn(text: string): Map<string, string> {
  const lines = text.split('\n').map((line) => /^\s*(?:export\s+)?([A-Za-z_]\w*)\s*=(.*)$/.exec(line))
  return new Map(lines.flatMap((found) => (found === null ? [] : [[found[1]!, unquoted(found[2]!.trim())]])))
}

function unquoted(value: string): string {
  const quoted = /^(["'])(.*)\1/.exec(value)
  return quoted === null ? value.replace(/\s+#.*$/, '') : quoted[2]!
}

/** nginx.conf.tmpl makes nginx.conf, note.tmpl makes note.txt. */
function nameFor(template: string): string {
  const stem = template.replace(/\.[^./]*$/, '')
  return /\.[^./]+$/.test(stem) ? stem : `${stem}.txt`
}
