import { expect, test } from 'vitest'
import { inlineSvg } from '../../src/report/inlineSvg.ts'

test('ids are prefixed wherever they are used, and the alt text is the name', () => {
  const svg =
    '<?xml version="1.0"?><svg width="9" role="img" aria-label="old"><clipPath id="c"/><g clip-path="url(#c)"/><a href="#c"/></svg>'
  expect(inlineSvg(svg, 'f1', 'a "curve" <falls>').html).toBe(
    '<svg width="9" role="img" aria-label="a &quot;curve&quot; &lt;falls&gt;"><clipPath id="f1-c"/><g clip-path="url(#f1-c)"/><a href="#f1-c"/></svg>',
  )
})

test.each([
  '<svg><script>1</script></svg>',
  '<svg onload="x()"></svg>',
  '<svg><image href="https://example.org/a.png"/></svg>',
  '<svg><a href="https://example.org"/></svg>',
  '<svg><style>@import "x"</style></svg>',
  '<svg><rect fill="url(https://example.org/#a)"/></svg>',
])('%s is refused', (svg) => {
  expect(() => inlineSvg(svg, 'f1', 'alt')).toThrow(/the figure f1 holds/)
})
