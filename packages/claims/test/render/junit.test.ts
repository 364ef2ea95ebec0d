import { describe, expect, it } from 'vitest'
import { junit } from '../../src/render/junit.ts'
import { manyClaims, sampleDiff } from './diffs.ts'

describe('junit', () => {
  it('an experiment is a suite, a claim a case', () => {
    const passing = { ...sampleDiff, gate: { passed: false, reasons: ['paper-a/form: rule changed'] } }
    expect(junit(passing)).toMatchInlineSnapshot(`
      "<?xml version="1.0" encoding="UTF-8"?>
      <testsuites name="lawbook">
      <testsuite name="first-experiment" tests="3" failures="1" skipped="1">
      <testcase classname="paper-a" name="paper-a/accuracy"><system-out>reproduced: the 90 % interval [0.93, 0.97] lies inside what the claim allows ([0.8475, 1.0925])</system-out></testcase>
      <testcase classname="paper-a" name="paper-a/count"><skipped message="counts of another library and other models are no evidence about theirs"/></testcase>
      <testcase classname="paper-a" name="paper-a/form"><failure message="rule changed">the 99.5 % interval [0.9, 1] is neither inside nor outside what the claim allows (at least 0.97); about 6.25 times the data (n about 625) would decide at this value, and the smallest difference that this much data can tell is about 0.05</failure></testcase>
      </testsuite>
      <testsuite name="none" tests="1" failures="0" skipped="1">
      <testcase classname="paper-b" name="paper-b/old"><skipped message="no experiment has this claim any more"/></testcase>
      </testsuite>
      </testsuites>
      "
    `)
  })

  it('is well-formed whatever stands in names and reasons', () => {
    const hostile = '"/><script>@all</script> ]]> &amp;'
    const one = manyClaims(1, { paper: hostile, experiment: hostile })
    const xml = junit({ ...one, gate: { passed: false, reasons: [`${one.claims[0]!.id}: ${hostile}`] } })
    expect(xml).not.toMatch(/<\/?script|"\/><|&amp; |]]>/)
    expect(xml.split('&quot;/&gt;&lt;script&gt;@all&lt;/script&gt; ]]&gt; &amp;amp;')).toHaveLength(4)
  })

  it('is well-formed whatever a claim says', () => {
    const xml = junit(manyClaims(1, { why: '<a href="x">&\u0000\u001b]]>\ud800\n' }))
    expect(xml).toContain('&lt;a href=&quot;x&quot;&gt;&amp;]]&gt;&#10;')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must be gone
    expect(xml).not.toMatch(/[\u0000-\u0008\u000b-\u001f]/)
    expect(xml).not.toMatch(/\p{Cs}/u)
  })
})
