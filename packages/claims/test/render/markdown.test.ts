import { describe, expect, it } from 'vitest'
import { diffMarkdown } from '../../src/render/markdown.ts'
import { manyClaims, sampleDiff } from './diffs.ts'

describe('diffMarkdown', () => {
  it('one table a paper and group', () => {
    expect(diffMarkdown(sampleDiff)).toMatchInlineSnapshot(`
      "## Lawbook: gate failed

      - paper-a/accuracy: new
      - paper-a/count: new
      - paper-a/form: new
      - paper-b/old: gone

      ### paper-a

      **on the claim's own ground**: 1 reproduced

      | claim | printed | recomputed | verdict | power / false alarm / recognised | since accepted |
      |---|---|---|---|---|---|
      | paper-a/accuracy | an accuracy of 0.97 | 0.95 \\[0.93, 0.97\\] | reproduced | – | new |

      **in form only**: 1 inconclusive

      | claim | printed | recomputed | verdict | power / false alarm / recognised | since accepted |
      |---|---|---|---|---|---|
      | paper-a/form | an accuracy of 0.97 | 0.95 \\[0.93, 0.97\\] | inconclusive | – | new |

      **not testable here**: 1 not-testable

      | claim | printed | recomputed | verdict | power / false alarm / recognised | since accepted |
      |---|---|---|---|---|---|
      | paper-a/count | 15 models | 0.95 \\[0.93, 0.97\\] | not-testable | – | new |

      ### paper-b

      **gone**: 1 not-testable

      | claim | printed | recomputed | verdict | power / false alarm / recognised | since accepted |
      |---|---|---|---|---|---|
      | paper-b/old | – | – | not-testable | – | gone |
      "
    `)
  })

  it('text stays text', () => {
    const hostile = '<img src=x> | [link](https://example.org) `code` a\nb'
    const [row] = diffMarkdown(manyClaims(1, { printed: hostile }))
      .split('\n')
      .filter((line) => line.startsWith('| paper'))
    expect(row).toContain('&lt;img src=x> \\| \\[link\\](https\u200b://example.org) \\`code\\` a b')
  })

  it('no text can link, mention, format or open a heading, wherever it stands', () => {
    const hostile = '@all #12 www.x.org http://x.org a@b.org ~~gone~~ $x$\n# Heading'
    const claim = { ...sampleDiff.claims[0]!, id: hostile, paper: hostile, printed: hostile, changed: hostile }
    const gate = { passed: false, reasons: [hostile] }
    const text = diffMarkdown({ ...sampleDiff, claims: [claim], gate })
    const shown =
      '@\u200ball #\u200b12 www\u200b.x.org http\u200b://x.org a@\u200bb.org \\~\\~gone\\~\\~ \\$x\\$ # Heading'
    expect(text.split(shown)).toHaveLength(6)
    expect(text).not.toMatch(/@\w|#\d|www\.|\w:\/\/|^# /m)
  })

  it('claims that moved come first', () => {
    const two = manyClaims(2)
    const claims = [{ ...two.claims[0]!, changed: null }, two.claims[1]!]
    const text = diffMarkdown({ ...two, claims, gate: { passed: true, reasons: [] } })
    expect(text.indexOf('claim-1')).toBeLessThan(text.indexOf('claim-0'))
  })

  it('stays below the size that GitHub drops and says what is left out', () => {
    const text = diffMarkdown(manyClaims(5000, { printed: '–'.repeat(300) }))
    expect(Buffer.byteLength(text)).toBeLessThan(1024 * 1024)
    expect(text).toMatch(/\d+ more lines are in `repro diff --json`/)
  })
})
