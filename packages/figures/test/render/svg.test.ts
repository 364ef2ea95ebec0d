import { describe, expect, it } from 'vitest'
import { normaliseSvg } from '../../src/render/svg.ts'

describe('normaliseSvg', () => {
  it('rounds coordinates, drops noise and leaves text alone', () => {
    const svg =
      '<svg class="marks" width="10" viewBox="0 0 10 5"><path role="x" d="M1.23456,-0.0001L1e-15,2.999" stroke="red" stroke-dasharray="1,0"/><path class="background" d="M0,0h9"/>' +
      '<text font-family="Inter">d="1.23456"</text></svg>'
    expect(normaliseSvg(svg, 'falls from "a" to <b>')).toBe(
      '<svg role="img" aria-label="falls from &quot;a&quot; to &lt;b&gt;" width="10" viewBox="0 0 10 5">' +
        '<path d="M1.23,0L0,3" stroke="red"/><text font-family="Inter, sans-serif">d="1.23456"</text></svg>\n',
    )
  })

  it('counts ids from one, whatever was drawn before', () => {
    const draw = (a: string, b: string): string =>
      `<svg><g clip-path="url(#${b})"/><g clip-path="url(#${a})"/><clipPath id="${a}"/><clipPath id="${b}"/><text>clip7</text></svg>`
    expect(normaliseSvg(draw('clip7', 'clip8'), '')).toBe(normaliseSvg(draw('clip31', 'clip32'), ''))
    expect(normaliseSvg(draw('clip7', 'clip8'), '')).toContain(
      '<g clip-path="url(#id1)"/><g clip-path="url(#id2)"/><clipPath id="id2"/><clipPath id="id1"/><text>clip7</text>',
    )
  })
})
