import assert from 'node:assert/strict'
import type { Verifier } from '@lawbook/benchmarks'
import { type Files, jsonOf, untouched } from '../../../../../kit/verify.ts'

type Draft = { to: string; subject: string; body: string }
const drafts = (after: Files) => jsonOf<Draft[]>(after, 'drafts.json')
const draft = (after: Files, to: string): Draft => {
  const one = drafts(after).find((each) => each.to.toLowerCase() === to)
  assert.ok(one, `no draft to ${to}`)
  return one
}
const english = (name: string, company: string, it: string, first: string): string =>
  [
    `Dear ${name},`,
    '',
    `on Saturday we bring in the apples. ${company} is welcome with`,
    `as many hands as ${it} can spare.`,
    '',
    `${first}, bring boots.`,
  ].join('\n')

const verifier: Verifier = [
  {
    id: 'who-gets-one',
    weight: 3,
    test: ({ after }) =>
      assert.deepEqual(
        drafts(after).map((each) => each.to.toLowerCase()),
        [
          'ruth@hillside.example',
          'jo@swapshop.example',
          'hanne@moorhof.example',
          'luc@atelier.example',
          'nobody@lane.example',
          'tim@pressroom.example',
        ],
      ),
  },
  {
    id: 'plain-letter',
    weight: 2,
    test: ({ after }) => {
      const { subject, body } = draft(after, 'ruth@hillside.example')
      assert.equal(subject.trim(), 'Harvest day at our farm, Ruth')
      assert.equal(body.trim(), english('Ruth Amsel', 'Hillside Dairy', 'Hillside Dairy', 'Ruth'))
    },
  },
  {
    id: 'fallbacks',
    weight: 3,
    test: ({ after }) => {
      const { subject, body } = draft(after, 'nobody@lane.example')
      assert.equal(subject.trim(), 'Harvest day at our farm, dear friend')
      assert.equal(body.trim(), english('neighbour', 'Your household', 'it', 'Friend'))
    },
  },
  {
    id: 'cells-stay-literal',
    weight: 3,
    test: ({ after }) => {
      assert.equal(
        draft(after, 'jo@swapshop.example').body.trim(),
        english('Jo Perrin', 'Swap$1 Store', 'Swap$1 Store', 'Jo'),
      )
      assert.equal(
        draft(after, 'luc@atelier.example').body.trim(),
        english('neighbour', '{{name}} Atelier', '{{name}} Atelier', 'Friend'),
      )
    },
  },
  {
    id: 'german-letters',
    weight: 3,
    test: ({ after }) => {
      const rest = (whom: string): string => `am Samstag ernten wir die Äpfel. Wir freuen uns auf ${whom}.`
      assert.equal(draft(after, 'hanne@moorhof.example').body.trim(), `Guten Tag Hanne Vogt,\n\n${rest('euch alle')}`)
      const tim = draft(after, 'tim@pressroom.example')
      assert.equal(tim.subject.trim(), 'Erntetag auf dem Hof, Timothy')
      assert.equal(tim.body.trim(), `Guten Tag Timothy Weald,\n\n${rest('Press Room')}`)
    },
  },
  {
    id: 'subjects',
    weight: 2,
    test: ({ after }) =>
      assert.deepEqual(
        drafts(after).map((each) => each.subject.trim()),
        [
          'Harvest day at our farm, Ruth',
          'Harvest day at our farm, Jo',
          'Erntetag auf dem Hof, Hanne',
          'Harvest day at our farm, dear friend',
          'Harvest day at our farm, dear friend',
          'Erntetag auf dem Hof, Timothy',
        ],
      ),
  },
  {
    id: 'inputs-kept',
    weight: 1,
    test: ({ before, after }) => {
      drafts(after)
      untouched({ before, after })
    },
  },
]
export default verifier
