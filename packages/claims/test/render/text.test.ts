import { describe, expect, it } from 'vitest'
import { diffText } from '../../src/render/text.ts'
import { manyClaims, sampleDiff } from './diffs.ts'

describe('diffText', () => {
  it('shows the groups apart and then the gate', () => {
    expect(diffText(sampleDiff)).toMatchInlineSnapshot(`
      "on the claim's own ground: 1 reproduced
        claim             printed              recomputed         verdict     power / false alarm / recognised  since accepted
        paper-a/accuracy  an accuracy of 0.97  0.95 [0.93, 0.97]  reproduced  –                                 new

      in form only: 1 inconclusive
        claim         printed              recomputed         verdict       power / false alarm / recognised  since accepted
        paper-a/form  an accuracy of 0.97  0.95 [0.93, 0.97]  inconclusive  –                                 new

      not testable here: 1 not-testable
        claim          printed    recomputed         verdict       power / false alarm / recognised  since accepted
        paper-a/count  15 models  0.95 [0.93, 0.97]  not-testable  –                                 new

      gone
        claim        printed  recomputed  verdict       power / false alarm / recognised  since accepted
        paper-b/old  –        –           not-testable  –                                 gone

      gate: failed
        paper-a/accuracy: new
        paper-a/count: new
        paper-a/form: new
        paper-b/old: gone
      "
    `)
  })

  it('says when the gate passes, and shows no control character', () => {
    const quiet = { ...manyClaims(1, { printed: 'a\u001b[2Jb', changed: null }), gate: { passed: true, reasons: [] } }
    expect(diffText(quiet)).toContain('gate: passed')
    expect(diffText(quiet)).not.toContain('\u001b')
  })
})
