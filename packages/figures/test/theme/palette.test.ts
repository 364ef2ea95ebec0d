import { describe, expect, it } from 'vitest'
import { greys, seriesStyles } from '../../src/theme/palette.ts'

/** Relative luminance and contrast on white, WCAG 2.1. */
function contrastOnWhite(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const c = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return c <= 0.03928 ? c / 12.92 : Math.exp(2.4 * Math.log((c + 0.055) / 1.055))
  }) as [number, number, number]
  return 1.05 / (0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05)
}

describe('the palette', () => {
  it('has ink that can be read on white', () => {
    for (const { ink } of seriesStyles) expect(contrastOnWhite(ink), ink).toBeGreaterThanOrEqual(4.5)
    for (const grey of [greys.text, greys.axis, greys.quiet]) expect(contrastOnWhite(grey)).toBeGreaterThanOrEqual(4.5)
  })

  it('tells every series apart by colour, by shape and by dash', () => {
    for (const key of ['colour', 'shape', 'dash'] as const) {
      expect(new Set(seriesStyles.map((style) => String(style[key]))).size).toBe(seriesStyles.length)
    }
  })
})
