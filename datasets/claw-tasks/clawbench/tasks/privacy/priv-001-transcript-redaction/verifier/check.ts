import assert from 'node:assert/strict'
import type { Verifier } from '@lawbook/benchmarks'
import { type Files, jsonOf, near, textOf, untouched } from '../../../../../kit/verify.ts'

const text = (files: Files): string => textOf(files, 'transcript_redacted.txt')
const lines = (files: Files): string[] => text(files).trimEnd().split('\n')

const verifier: Verifier = [
  {
    id: 'addresses-gone',
    weight: 3,
    test: ({ after }) => {
      for (const part of ['lena', 'Lena', 'posteo', 'okoro']) assert.ok(!text(after).includes(part), `${part} is left`)
    },
  },
  {
    id: 'numbers-gone',
    weight: 3,
    test: ({ after }) => {
      for (const part of ['0171', '2299', '+49', '2300', '030', '188'])
        assert.ok(!text(after).includes(part), `${part} is left`)
    },
  },
  {
    id: 'public-contacts-kept',
    weight: 2,
    test: ({ after }) => {
      assert.match(lines(after)[0]!, /you reached 0800 555 0100, how/)
      assert.match(lines(after)[5]!, /copy to Stock@helpdesk\.example\.$/)
      assert.match(lines(after)[8]!, /I know stock@helpdesk\.example\.$/)
    },
  },
  {
    id: 'no-too-much',
    weight: 3,
    test: ({ after }) => {
      assert.match(lines(after)[1]!, /order ORD-0044-771230 never came/)
      assert.match(lines(after)[4]!, /on 2026-10-05\. The refund is 0\.50 EUR \+ 12 EUR, reference R00778123\./)
      assert.match(lines(after)[6]!, /extension is 0455, but/)
    },
  },
  {
    id: 'placeholders-in-place',
    weight: 3,
    test: ({ after }) => {
      assert.equal(lines(after).length, 9)
      assert.equal(lines(after)[3], "[09:03] Caller: No, [PHONE] now. Or my mother's, [PHONE].")
      assert.equal(lines(after)[7], '[09:07] Agent: Then <[EMAIL]> will call you at [PHONE], not [PHONE].')
      assert.match(lines(after)[1]!, /My mail is \[EMAIL\]\.$/)
    },
  },
  {
    id: 'counts',
    weight: 2,
    test: ({ after }) => {
      const counts = jsonOf(after, 'redactions.json')
      near(counts.EMAIL, 3)
      near(counts.PHONE, 5)
    },
  },
  {
    id: 'original-kept',
    weight: 1,
    test: ({ before, after }) => {
      text(after)
      untouched({ before, after })
    },
  },
]
export default verifier
