import { type Files, filesOf, type Random } from '../seeded.ts'

const chapters = [
  ['Getting started', ['Your first day', 'Accounts and keys']],
  ['Working together', ['Meetings', 'Reviews', 'Questions?']],
  ['Time & pay', ['Holidays', 'Expenses']],
  ['Tools', ['Editor setup', 'The `build` command']],
  ['Leaving well', ['Handing over', 'Questions?']],
] as const
const sentences = [
  'Ask early: a question costs a minute, a wrong guess costs a week.',
  'Everything that is decided is **written down** on the same day.',
  'The form is on the [intranet](https://intranet.example.org/forms) and takes *five* minutes.',
  'Nobody has to answer after six.',
  'Keep receipts until the money has arrived.',
  'If the page is out of date, [change it](https://example.org/handbook/edit); you need no permission.',
  'Two people look at every change, and one of them did not write it.',
  'Short messages are kind, silent ones are not.',
  'The team lead signs, the [office](mailto:office@example.org) files.',
] as const
const bullets = [
  'bring your own cup',
  'lock the screen',
  'say which version you mean',
  'send the invoice number along',
  'leave the room as you found it',
  'use `git pull` before you start',
] as const

/** handbook.md: five chapters with sub-headings, paragraphs, links, lists, a quotation and a block of code. */
export default function make(random: Random): Files {
  const intro = `# Staff handbook\n\nEdition of ${random.day(random.int(0, 60))}. Read it once, then look things up.\n`
  const parts = chapters.map(([name, subs]) => {
    const opening = `## ${name}\n\n${prose(random, random.int(2, 4))}\n`
    const rest = subs.map((sub) => `### ${sub}\n\n${prose(random, random.int(2, 5))}\n\n${list(random)}\n`)
    return [opening, ...rest, ...(name === 'Tools' ? [code] : []), ...(name === 'Leaving well' ? [quote] : [])].join(
      '\n',
    )
  })
  return filesOf({ 'handbook.md': [intro, ...parts].join('\n') })
}

const code = '```\n# not a heading\nmake build && make test\n```\n'
const quote = '> Good notes are a present to the next person.\n'

function prose(random: Random, count: number): string {
  return mixed(random, sentences).slice(0, count).join(' ')
}

function list(random: Random): string {
  return mixed(random, bullets)
    .slice(0, random.int(2, 4))
    .map((bullet) => `- ${bullet}`)
    .join('\n')
}

function mixed<T>(random: Random, list: readonly T[]): T[] {
  return list
    .map((item) => ({ item, at: random.next() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item)
}
