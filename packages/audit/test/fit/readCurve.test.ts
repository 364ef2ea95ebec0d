import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { LawbookError } from '@lawbook/base'
import { afterAll, describe, expect, it } from 'vitest'
import { pointsOf } from '../../src/fit/curve.ts'
import { type CurveColumns, curveOf, readCurve } from '../../src/fit/readCurve.ts'

const read = (text: string, columns: CurveColumns = {}) => curveOf(text, 'curve.csv', columns)

function refusal(text: string, columns: CurveColumns = {}): string {
  try {
    read(text, columns)
  } catch (thrown) {
    const { code, message } = thrown as LawbookError
    return `${code} ${message}`
  }
  return 'read'
}

const three = 'N,accuracy\n10,.9\n20,.8\n40,.7\n'

describe('a curve', () => {
  it.each([
    [',', '\n'],
    [';', '\r\n'],
    ['\t', '\r'],
  ])('is read with %j between cells and %j between lines, quoted or not', (separator, end) => {
    const rows = [['"N, all"', 'accuracy'], ['20', ' "0.8" '], ['1e1', '+.9'], [], ['40', '7e-1'], []]
    const text = `\uFEFF${rows.map((cells) => cells.join(separator)).join(end)}`
    const { x, y, points } = read(text)
    expect([x, y]).toEqual(['N, all', 'accuracy'])
    expect(points.map((point) => [point.x, point.y])).toEqual([
      [10, 0.9],
      [20, 0.8],
      [40, 0.7],
    ])
  })

  it('takes the two columns with numbers where no other pair is possible', () => {
    expect(read('model,N,accuracy\na,10,.9\nb,20,.8\n')).toMatchObject({ x: 'N', y: 'accuracy', weighed: 'equal' })
    expect(read('trials,N,accuracy\n5,10,.9\n5,20,.8\n', { n: 'trials' })).toMatchObject({ x: 'N', weighed: 'trials' })
    expect(read('accuracy,N\n.9,10\n.8,20\n', { y: 'accuracy' })).toMatchObject({ x: 'N', y: 'accuracy' })
  })

  it('keeps repeated measurements, and the order of rows does not matter', () => {
    const curve = read('N,y\n20,.8\n10,.9\n20,.7\n')
    expect(pointsOf(curve)).toEqual({ x: Float64Array.of(10, 20, 20), y: Float64Array.of(0.9, 0.7, 0.8) })
    expect(curve).toEqual(read('N,y\n20,.7\n20,.8\n10,.9\n'))
  })

  it('weighs by trials or by 1 / se^2', () => {
    expect(pointsOf(read('N,y,n\n1,.9,10\n2,.8,40\n', { n: 'n' })).weights).toEqual(Float64Array.of(10, 40))
    expect(pointsOf(read('N,y,s\n1,.9,.5\n2,.8,.25\n', { se: 's' })).weights).toEqual(Float64Array.of(4, 16))
  })

  it('divides percent by 100, and their errors too', () => {
    const { points, share } = read('N,accuracy,s\n1,90,5\n2,80,4\n', { se: 's', percent: true })
    expect(share).toBe(true)
    expect(points[0]).toEqual({ x: 1, y: 0.9, trials: null, se: 0.05 })
  })

  it.each(['', 'NaN', 'Infinity', '-inf', 'NA', 'null', '1e999'])(
    'leaves a row out where a cell is %j, and says which',
    (value) => {
      const { points, leftOut } = read(`N,y\n10,.9\n20,${value}\n40,.7\n`)
      expect(points.map(({ x }) => x)).toEqual([10, 40])
      expect(leftOut).toEqual([{ line: 3, column: 'y', value }])
    },
  )

  it('counts lines as an editor does, quotes with line ends and empty lines among them', () => {
    const text = 'note,N,y\n"two\nlines",10,.9\n\n,20,\n,40,.5\n'
    expect(read(text).leftOut).toEqual([{ line: 5, column: 'y', value: '' }])
  })
})

describe('bad input', () => {
  it.each<[string, string, CurveColumns, string]>([
    ['nothing', '', {}, 'LB_INPUT curve.csv is empty'],
    ['a missing column', three, { x: 'M', y: 'acuracy' }, 'LB_INPUT curve.csv:1 has no column "M"; did you mean N?'],
    ['a near miss', three, { y: 'acuracy' }, 'no column "acuracy"; did you mean accuracy?'],
    ['other letters', three, { x: 'n' }, 'no column "n"; did you mean N?'],
    ['no near miss', three, { x: 'something' }, 'no column "something"; there are N, accuracy'],
    ['three candidates', 'N,K,y\n1,2,.3\n2,3,.4\n', {}, 'N, K, y hold numbers; give --x <column> and --y <column>'],
    ['no candidate', 'N,y\na,b\n', {}, 'no other column holds numbers'],
    ['text', 'N,y\n1,.9\n2,high\n', { x: 'N', y: 'y' }, 'LB_INPUT curve.csv:3, column y: "high" is no number; write a'],
    ['a percent sign', 'N,y\n1,90 %\n', { x: 'N', y: 'y' }, '"90 %" is no number; take the percent sign out'],
    ['thousands', 'N,y\n"1,000",.9\n', { x: 'N', y: 'y' }, 'take the marks between thousands out'],
    ['a decimal comma', 'N;y\n1;0,9\n', { x: 'N', y: 'y' }, '"0,9" is no number; write a decimal point'],
    ['a decimal comma between commas', 'N,y\n1,0,9\n', {}, 'LB_INPUT curve.csv:2 has 3 cells and the header 2'],
    ['an open quote', 'N,y\n1,"9\n', {}, 'LB_INPUT curve.csv:2 opens a quote that is never closed'],
    ['a column twice', 'N,N\n1,2\n', {}, 'has two columns "N"'],
    ['a column without a name', 'N,,y\n1,2,3\n', {}, 'column 2 has no name'],
    ['one row', 'N,y\n1,.9\n', {}, 'LB_INPUT curve.csv has one point'],
    ['one row of numbers', 'N,y\n1,.9\n2,\n', {}, 'has one point; 1 more have a cell without a number'],
    ['no variance in x', 'N,y\n5,.9\n5,.8\n', {}, 'LB_INPUT every N in curve.csv is 5'],
    ['no variance in y', 'N,y\n5,.9\n6,.9\n', {}, 'LB_INPUT every y in curve.csv is 0.9'],
    [
      'percent',
      'N,accuracy\n5,90\n6,80\n',
      {},
      'curve.csv:2, column accuracy: 90 is no share in [0, 1]; if it is in percent',
    ],
    ['a share above 100', 'N,accuracy\n5,190\n6,80\n', {}, 'accuracy: 190 is no share in [0, 1]'],
    ['a percentage above 100', 'N,y\n5,190\n6,80\n', { percent: true }, 'y: 190 is no percentage in [0, 100]'],
    ['a share of trials', 'N,y,n\n5,9,10\n6,8,10\n', { n: 'n' }, 'column y: 9 is no share in [0, 1]'],
    ['half a trial', 'N,y,n\n5,.9,10\n6,.8,2.5\n', { n: 'n' }, 'curve.csv:3, column n: 2.5 is no number of trials'],
    ['no trial', 'N,y,n\n5,.9,0\n', { n: 'n' }, 'column n: 0 is no number of trials'],
    ['no error', 'N,y,s\n5,.9,0\n', { se: 's' }, 'curve.csv:2, column s: 0 is no standard error; give numbers above 0'],
    ['trials and errors', three, { n: 'N', se: 'accuracy' }, 'LB_USAGE --n and --se both'],
    ['a column for two parts', three, { x: 'N', y: 'N' }, 'LB_USAGE --x and --y are both "N"'],
  ])('%s', (_, text, columns, message) => {
    expect(refusal(text, columns)).toContain(message)
  })

  const folder = mkdtempSync(join(tmpdir(), 'fit-'))
  afterAll(() => rmSync(folder, { recursive: true }))

  it('a file that is none, a folder, and text in UTF-16', async () => {
    writeFileSync(join(folder, 'wide.csv'), Buffer.from('\uFEFFN,y\n', 'utf16le'))
    await expect(readCurve('none.csv', {}, folder)).rejects.toThrow('there is no file none.csv')
    await expect(readCurve('.', {}, folder)).rejects.toThrow('this is a folder')
    await expect(readCurve('wide.csv', {}, folder)).rejects.toThrow('wide.csv cannot be read: it is text in UTF-16')
  })
})
