import { describe, expect, it } from 'vitest'
import { checkGlyphs } from '../../src/render/glyphs.ts'

const text = (content: string, family = 'Inter'): string => `<svg><text font-family="${family}">${content}</text></svg>`

describe('checkGlyphs', () => {
  it('lets pass what the font has, entities decoded', () => {
    expect(() => checkGlyphs(text('a &lt; b &#x2264; 10⁻³ · κ² ρ Δ ₙ → ∞'), 'figure')).not.toThrow()
  })

  it('names figure, character and code point', () => {
    expect(() => checkGlyphs(text('N<tspan>ᵅ</tspan>'), 'study/curves')).toThrow(
      'figure study/curves has the character "ᵅ" (U+1D45) in "Nᵅ"; Inter lacks it: write it otherwise',
    )
  })

  it('looks at the font of the text', () => {
    expect(() => checkGlyphs(text('10⁻³', "Source Serif, 'Source Serif 4', serif"), 'figure')).toThrow(/U\+207B/)
  })
})
