import { judgeProduced, type Step, sourcesOf, textOf } from '../../checks/step.ts'

/** The template's own text in order, with the value of the .env file wherever a placeholder stood. */
export default function check(step: Step): string[] {
  const env = sourcesOf(step, ['.env'])[0]
  const asked = step.input.template === undefined ? {} : { from: step.input.template }
  const template = sourcesOf({ ...step, input: asked }, ['.tmpl'])[0]
  if (env === undefined || template === undefined) return ['there was no .env file or no template']
  const values = valuesIn(textOf(step.before, env))
  const wanted = filled(textOf(step.before, template), values)
  return judgeProduced(step, [], (product) => {
    const made = textOf(step.after, product).trimEnd().split('\n')
    const lines = wanted.trimEnd().split('\n')
    const wrong = lines.findIndex((line, i) => line.trimEnd() !== made[i]?.trimEnd())
    if (wrong >= 0) return [`line ${wrong + 1} of ${product} should be "${lines[wrong]}"`]
    return made.length === lines.length ? [] : [`${product} has ${made.length} lines instead of ${lines.length}`]
  })
}

function valuesIn(text: string): Map<string, string> {
  const values = new Map<string, string>()
  for (const raw of text.split('\n')) {
    const line = raw.trim().replace(/^export /, '')
    const at = line.indexOf('=')
    if (line.startsWith('#') || at < 1) continue
    const value = line.slice(at + 1).trim()
    const quote = value[0] === '"' || value[0] === "'" ? value[0] : ''
    const end = quote === '' ? value.search(/\s#/) : value.lastIndexOf(quote)
    const bare = end < 0 ? value : value.slice(0, end)
    values.set(line.slice(0, at).trim(), end > 0 && quote !== '' ? bare.slice(1) : bare.trim())
  }
  return values
}

/** From one placeholder to the next; one without a value keeps its braces, which no product may have. */
function filled(template: string, values: ReadonlyMap<string, string>): string {
  const [head, ...rest] = template.split('${')
  return rest.reduce((text, part) => {
    const end = part.indexOf('}')
    const [name, fallback] = part.slice(0, Math.max(end, 0)).split(':-') as [string, string?]
    if (end < 0 || !/^[A-Za-z_]\w*$/.test(name)) return `${text}\${${part}`
    const value = values.get(name) || (fallback ?? values.get(name) ?? `no value for ${name}`)
    return text + value + part.slice(end + 1)
  }, head!)
}
