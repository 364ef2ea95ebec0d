import fc from 'fast-check'
import { expect, test } from 'vitest'
import { escapeHtml, html, raw } from '../../src/report/html.ts'

test('text is escaped, finished pieces and lists of them are not', () => {
  expect(html`<p title="${'"x"'}">${'<b>'}${raw('<i>1</i>')}${[html`<u>${2}</u>`]}${null}</p>`.html).toBe(
    '<p title="&quot;x&quot;">&lt;b&gt;<i>1</i><u>2</u></p>',
  )
})

test('no text can open a tag or leave an attribute', () => {
  fc.assert(fc.property(fc.string(), (text) => !/[<>"']/.test(escapeHtml(text))))
})
