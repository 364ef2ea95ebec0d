import assert from 'node:assert/strict'
import type { Verifier } from '@lawbook/benchmarks'
import { type Files, jsonOf, untouched } from '../../../../../kit/verify.ts'

type Option = { letter: string; text: string; correct: boolean }
type Question = { number: unknown; text: string; points: unknown; kind: string; options: Option[]; feedback: unknown }

const questions = (after: Files): Question[] => {
  const found = jsonOf(after, 'quiz.json').questions
  assert.ok(Array.isArray(found) && found.length === 4, 'there are four questions')
  return found as Question[]
}
const each = (after: Files, key: keyof Question): unknown[] => questions(after).map((one) => one[key])

const verifier: Verifier = [
  {
    id: 'title',
    weight: 1,
    test: ({ after }) => assert.equal(jsonOf(after, 'quiz.json').title, 'Unit 3: The water cycle'),
  },
  {
    id: 'texts',
    weight: 3,
    test: ({ after }) =>
      assert.deepEqual(each(after, 'text'), [
        'What drives evaporation?',
        'Which of these are forms of precipitation?',
        'Where does most fresh water rest?',
        'Is fog a cloud?',
      ]),
  },
  {
    id: 'numbers-and-points',
    weight: 2,
    test: ({ after }) => {
      assert.deepEqual(each(after, 'number').map(Number), [1, 2, 3, 4])
      assert.deepEqual(each(after, 'points').map(Number), [1, 2, 3, 1])
    },
  },
  {
    id: 'kinds',
    weight: 1,
    test: ({ after }) => assert.deepEqual(each(after, 'kind'), ['single', 'multiple', 'single', 'single']),
  },
  {
    id: 'options',
    weight: 3,
    test: ({ after }) => {
      const options = questions(after).map((one) => one.options.map(({ letter, text }) => `${letter} ${text}`))
      assert.deepEqual(options, [
        ['a the moon', 'b heat from the sun', 'c the tides'],
        ['a hail', 'b dew point', 'c sleet', 'd snow'],
        ['a in rivers, lakes and ponds', 'b in ice'],
        ['a yes', 'b no'],
      ])
    },
  },
  {
    id: 'right-ones',
    weight: 2,
    test: ({ after }) => {
      const right = questions(after).map((one) => one.options.map(({ correct }) => correct))
      assert.deepEqual(right, [
        [false, true, false],
        [true, false, true, true],
        [false, true],
        [true, false],
      ])
    },
  },
  {
    id: 'feedback',
    weight: 2,
    test: ({ after }) =>
      assert.deepEqual(each(after, 'feedback'), [
        'See page 41: the sun warms the surface.',
        null,
        'Ice sheets hold about two thirds.',
        null,
      ]),
  },
  {
    id: 'inputs-kept',
    weight: 1,
    test: ({ before, after }) => {
      questions(after)
      untouched({ before, after })
    },
  },
]
export default verifier
