import { expect, test } from 'vitest'
import { lastLine, said } from '../src/said.ts'

test('what was said is one line, without folders, addresses and control characters', () => {
  const text = 'E  no file\n/tmp/x-1/w/out.txt\u0007 in <Thing at 0x7f3a91bc20d0>\n'
  expect(said(text, ['/tmp/x-1/w', '/tmp/x-1'])).toBe('E no file ./out.txt in <Thing at 0x>')
})

test('a long line is cut between characters', () => {
  expect(said('😀'.repeat(300), [])).toBe('😀'.repeat(200))
  expect(said('abcdef', [], 3)).toBe('abc')
})

test('the last line that is not empty, or that there is none', () => {
  expect(lastLine('one\n  two /w/x\n \n', ['/w'])).toBe('two ./x')
  expect(lastLine('\n', [])).toBe('it printed nothing')
})
