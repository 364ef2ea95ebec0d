import { blocksOf, withoutAddresses } from '../../checks/html.ts'
import { headingsOf, unmarked } from '../../checks/markdown.ts'
import { wordsOf } from '../../checks/prose.ts'
import { judgeProduced, type Step, sourcesOf, textOf } from '../../checks/step.ts'
import { substituted } from '../../checks/substitution.ts'

/** Markdown with the title on top, if one is asked for, and below it what the source says, the pattern replaced. */
export default function check(step: Step): string[] {
  return judgeProduced(step, ['.md', '.markdown'], (name) => {
    const source = sourcesOf(step, ['.txt', '.md', '.html', '.htm'])[0]!
    const made = textOf(step.after, name).trimStart()
    const [first, ...others] = made.split('\n')
    if (step.input.title === undefined) return againstBody(step, source, made)
    const heading = /^# +(.*)$/.exec(first!)?.[1]?.trim()
    if (heading !== String(step.input.title).trim()) return [`${name} does not begin with "# ${step.input.title}"`]
    return againstBody(step, source, others.join('\n'))
  })
}

function againstBody(step: Step, source: string, body: string): string[] {
  const text = textOf(step.before, source)
  if (/\.html?$/i.test(source)) return againstPage(step, text, body)
  const [found, wanted] = [linesOf(body), linesOf(edited(step, text))]
  const at = wanted.findIndex((line, i) => line !== found[i])
  if (at >= 0) return [`has "${found[at] ?? ''}" where "${wanted[at]}" should be`]
  return found.length === wanted.length ? [] : ['goes on after the end of the source']
}

function againstPage(step: Step, html: string, body: string): string[] {
  const blocks = blocksOf(html).filter(({ tag }) => tag !== 'title')
  const wanted = wordsOf(edited(step, blocks.map(({ text }) => text).join('\n'))).join(' ')
  const found = [body, withoutAddresses(body, html)].map((text) => wordsOf(text).join(' '))
  const headings = headingsOf(body).map(({ text }) => wordsOf(text).join(' '))
  const lost = blocks.find(({ tag, text }) => {
    return /^h[1-6]$/.test(tag) && !headings.includes(wordsOf(unmarked(edited(step, text))).join(' '))
  })
  return [
    ...(found.includes(wanted) ? [] : ['does not hold the words of the page in order']),
    ...(lost === undefined ? [] : [`the heading "${lost.text}" of the page is no heading any more`]),
  ]
}

function edited({ input }: Step, text: string): string {
  if (input.pattern === undefined) return text
  return substituted(text, String(input.pattern), String(input.replacement)) ?? text
}

function linesOf(text: string): string[] {
  const lines = text.split('\n').map((line) => line.trimEnd())
  return lines.filter((line) => line !== '')
}
