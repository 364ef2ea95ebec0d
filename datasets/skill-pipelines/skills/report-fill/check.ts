import { filled } from '../../checks/placeholders.ts'
import { judgeProduced, partnerOf, type Step, sourcesOf, textOf } from '../../checks/step.ts'

/** Line by line the template with the values of the data in its places; blank lines and the writing of numbers are free. */
export default function check(step: Step): string[] {
  return judgeProduced(step, ['.md', '.txt'], (name) => {
    const { before, input } = step
    const template = String(input.template ?? [...before.keys()].sort().find((one) => one.endsWith('.mustache')))
    const data = input.with === undefined ? sourcesOf(step, ['.json'])[0]! : partnerOf(step, ['.json'])!
    const parsed: unknown = JSON.parse(textOf(before, data))
    const values = Array.isArray(parsed) ? { items: parsed } : (parsed as Record<string, unknown>)
    const given = input.title === undefined ? values : { ...values, title: input.title }
    const wanted = linesOf(filled(textOf(before, template), [given]))
    const found = linesOf(textOf(step.after, name))
    const at = wanted.findIndex((line, i) => line !== found[i])
    if (at >= 0) return [`${name} has "${found[at] ?? ''}" where it should have "${wanted[at]}"`]
    return found.length === wanted.length ? [] : [`${name} goes on after the end of the template`]
  })
}

/** Lines that are not blank, blanks as one, numbers to four decimals without separators. */
function linesOf(text: string): string[] {
  const plain = text
    .replace(/(\d),(?=\d{3}(?!\d))/g, '$1')
    .replace(/\d+\.\d+/g, (number) => String(Math.round(Number(number) * 1e4) / 1e4))
  return plain
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
}
