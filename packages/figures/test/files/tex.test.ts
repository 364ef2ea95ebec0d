import { describe, expect, it } from 'vitest'
import { captionTex, escapeTex, macrosTex } from '../../src/files/tex.ts'
import { measures } from '../sample.ts'

describe('LaTeX', () => {
  it('escapes what LaTeX reads otherwise', () => {
    expect(escapeTex('R² ≥ 0.97 & 5% of_a {b} \\ −1')).toBe(
      'R$^2$ $\\geq$ 0.97 \\& 5\\% of\\_a \\{b\\} \\textbackslash{} $-$1',
    )
  })

  it('writes measures as macros of letters only', () => {
    const [measure] = measures
    expect(macrosTex('some-law', [{ ...measure!, id: 'r2-b10x', value: -1.23456, i90: null }])).toBe(
      '\\newcommand{\\someLawRTwoBOneZeroX}{$-$1.23}\n' +
        '\\newcommand{\\someLawRTwoBOneZeroXLow}{--}\n\\newcommand{\\someLawRTwoBOneZeroXHigh}{--}\n',
    )
  })

  it('says n, interval and level in the caption', () => {
    const words = { caption: 'Text.', alt: 'a', n: '7', interval: 'bootstrap', level: '90 %', resampled: 'requests' }
    const place = { schema: 'lawbook/caption@1' as const, experiment: 'e', figure: 'f', title: 'T', tables: [] }
    const sha = { svg: '', png: '', pdf: '' }
    expect(captionTex({ ...words, ...place, width: 1, height: 1, sha256: sha })).toBe(
      '\\caption{\\textbf{T.} Text. n: 7. Intervals: bootstrap, 90 \\%; resampled: requests.}\n\\label{fig:e-f}\n',
    )
  })
})
