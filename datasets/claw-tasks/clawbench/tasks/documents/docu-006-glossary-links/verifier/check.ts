import assert from 'node:assert/strict'
import type { Verifier } from '@lawbook/benchmarks'
import { type Files, jsonOf, textOf, untouched } from '../../../../../kit/verify.ts'

const book = (files: Files): string => textOf(files, 'handbook_new.md')
const has = (files: Files, part: string): void => assert.ok(book(files).includes(part), `not there: ${part}`)
/** What empty lines part; a heading is a paragraph with or without them. */
const paragraphs = (text: string): string[] =>
  text
    .replace(/^#.*$/gm, '\n$&\n')
    .split(/\n\s*\n/)
    .map((one) => one.trim())
    .filter((one) => one !== '')

const verifier: Verifier = [
  {
    id: 'longest-term-wins',
    weight: 3,
    test: ({ after }) =>
      has(
        after,
        '\nEvery [loan](glossary.md#loan) needs a [loan card](glossary.md#loan-card). Loans end on Friday.\n\n## Deposits\n',
      ),
  },
  {
    id: 'first-use-per-section',
    weight: 3,
    test: ({ after }) => {
      has(after, '\nA [deposit](glossary.md#deposit) is paid per tool; `deposit` is the name of the field.\n')
      has(after, '\nThe loan-desk keeps deposits. [Loan cards](glossary.md#loan-card) stay with you.\n')
    },
  },
  {
    id: 'variants',
    weight: 2,
    test: ({ after }) => {
      has(
        after,
        ' first. [Lending](glossary.md#loan) ends at noon; a loan\nthat is late costs the [deposit](glossary.md#deposit).',
      )
      has(after, '\nOn [workshop days](glossary.md#workshop-day) the preloans shelf is closed; a Workshop day is free.')
    },
  },
  {
    id: 'nothing-else-changed',
    weight: 3,
    test: ({ before, after }) => {
      assert.equal(book(after).match(/glossary\.md#/g)?.length, 7)
      const plain = book(after).replace(/\[([^\]]*)\]\(glossary\.md#[^)]*\)/g, '$1')
      assert.equal(plain.trimEnd(), textOf(before, 'handbook.md').trimEnd())
    },
  },
  {
    id: 'glossary',
    weight: 4,
    test: ({ after }) =>
      assert.deepEqual(paragraphs(textOf(after, 'glossary.md')), [
        '# Glossary',
        '## deposit',
        'Money that comes back.',
        'Used in: Deposits, Returns.',
        '## loan',
        'A tool that is out of the house.',
        'Used in: Introduction, Returns.',
        '## loan card',
        'Proof of joining.',
        'Used in: Introduction, Deposits.',
        '## Workshop day',
        'First Saturday, all welcome.',
        'Used in: Workshop.',
      ]),
  },
  {
    id: 'unused-terms',
    weight: 2,
    test: ({ after }) => assert.deepEqual(jsonOf(after, 'unused_terms.json'), ['tare', 'overdue']),
  },
  {
    id: 'inputs-kept',
    weight: 1,
    test: ({ before, after }) => {
      book(after)
      untouched({ before, after })
    },
  },
]
export default verifier
