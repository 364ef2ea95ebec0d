import { blocksOf, withoutAddresses } from '../../checks/html.ts'
import { wordsOf } from '../../checks/prose.ts'
import { judgeProduced, type Step, sourcesOf, textOf } from '../../checks/step.ts'

/** The words of the page in order and no others (its title and link addresses may be there too); headings on own lines. */
export default function check(step: Step): string[] {
  return judgeProduced(step, ['.txt'], (name) => {
    const html = textOf(step.before, sourcesOf(step, ['.html', '.htm'])[0]!)
    const blocks = blocksOf(html)
    const text = textOf(step.after, name)
    const title = blocks.find(({ tag }) => tag === 'title')?.text ?? ''
    const wanted = wordsOf(blocks.flatMap(({ tag, text }) => (tag === 'title' ? [] : [text])).join('\n'))
    if (wanted.length === 0) return ['the page has no text']
    const fits = [text, withoutAddresses(text, html)].some((one) => {
      const found = wordsOf(one).join(' ')
      return found === wanted.join(' ') || found === [...wordsOf(title), ...wanted].join(' ')
    })
    const lines = new Set(text.split('\n').map((line) => wordsOf(line).join(' ')))
    const headings = blocks.filter(({ tag }) => /^h[1-6]$/.test(tag))
    const lost = headings.find((heading) => !lines.has(wordsOf(heading.text).join(' ')))
    return [
      ...(fits ? [] : [`${name} does not hold the words of the page, in order and nothing else`]),
      ...(lost === undefined ? [] : [`the heading "${lost.text}" has no line of its own in ${name}`]),
    ]
  })
}
