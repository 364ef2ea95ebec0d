import { Canvas } from 'canvas'
import { textMetrics } from 'vega'
import { describe, expect, it } from 'vitest'
import { fontOf, registerFonts } from '../../src/render/fonts.ts'

describe('registerFonts', () => {
  it.each([
    ['Inter', 'normal', 400],
    ['Inter', 'normal', 600],
    ['Inter', 'italic', 400],
    ['Source Serif', 'normal', 400],
    ['Source Serif', 'normal', 600],
    ['Source Serif', 'italic', 400],
  ])('measures %s %s %d as wide as canvas draws it', (font, fontStyle, fontWeight) => {
    registerFonts()
    const text = 'AVATAR accuracy, N = 1,000'
    const context = new Canvas(10, 10).getContext('2d')
    context.font = `${fontStyle} ${fontWeight} 100px ${font}`
    const measured = textMetrics.width({ font, fontStyle, fontWeight, fontSize: 100 }, text)
    const face = fontOf({ family: font, bold: fontWeight === 600, italic: fontStyle === 'italic' })
    expect(measured).toBe((face.layout(text).advanceWidth / face.unitsPerEm) * 100)
    expect(Math.abs(measured - context.measureText(text).width)).toBeLessThan(1)
  })
})
