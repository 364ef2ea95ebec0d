import { describe, expect, it } from 'vitest'
import { annotations } from '../../src/render/annotations.ts'
import { manyClaims, sampleDiff } from './diffs.ts'

describe('annotations', () => {
  it('names the file of the claim, or the lock for one that is gone', () => {
    const lines = annotations(sampleDiff)
    expect(lines).toHaveLength(4)
    expect(lines[0]).toMatch(
      /^::error file=experiments\/first-experiment\/claims\.json,title=paper-a\/accuracy::new \(/,
    )
    expect(lines[3]).toMatch(/^::error file=verdicts\.lock\.json,title=paper-b\/old::gone/)
  })

  it('at most ten, the last one counting the rest', () => {
    expect(annotations(manyClaims(10))).toHaveLength(10)
    const lines = annotations(manyClaims(25))
    expect(lines).toHaveLength(10)
    expect(lines[9]).toBe('::error title=Lawbook::16 more claims fail the gate')
  })

  it('no text can issue a command of its own', () => {
    const [line] = annotations(manyClaims(1, { why: '100 %\n::set-env name=x::y\r', experiment: 'a:b,c' }))
    expect(line).not.toMatch(/[\n\r]/)
    expect(line).toContain('100 %25%0A::set-env name=x::y%0D')
    expect(line).toContain('experiments/a%3Ab%2Cc/claims.json')
  })

  it('no text ends its line or its field early', () => {
    const hostile = '@all,line=1::x\r\n::stop-commands::y\n# z'
    const one = manyClaims(1, { why: hostile, experiment: hostile })
    const diff = { ...one, gate: { passed: false, reasons: [`${one.claims[0]!.id}: ${hostile}`] } }
    expect(annotations(diff)).toEqual([
      expect.stringMatching(
        /^::error file=experiments\/@all%2Cline=1%3A%3Ax%0D%0A%3A%3Astop-[^\r\n,:]*,title=paper-a\/claim-0::[^\r\n]*$/,
      ),
    ])
  })

  it('nothing when the gate passes', () =>
    expect(annotations({ ...sampleDiff, gate: { passed: true, reasons: [] } })).toEqual([]))
})
