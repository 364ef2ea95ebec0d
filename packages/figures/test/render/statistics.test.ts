import { describe, expect, it } from 'vitest'
import { refuseStatistics } from '../../src/render/statistics.ts'

const y = { field: 'y', type: 'quantitative' }

describe('refuseStatistics', () => {
  it.each([
    ['encoding.y.aggregate', { mark: 'bar', encoding: { y: { ...y, aggregate: 'mean' } } }],
    [
      'layer[1].encoding.x.bin',
      { layer: [{ mark: 'bar' }, { mark: 'bar', encoding: { x: { field: 'x', bin: true } } }] },
    ],
    ['encoding.x.timeUnit', { encoding: { x: { field: 'x', timeUnit: 'year' } } }],
    ['encoding.x.type', { encoding: { x: { field: 'x', type: 'temporal' } } }],
    ['encoding.x.sort.op', { encoding: { x: { field: 'x', sort: { field: 'y', op: 'mean' } } } }],
    ['encoding.y.stack', { encoding: { y: { ...y, stack: 'normalize' } } }],
    ['mark', { mark: 'errorbar' }],
    ['mark.type', { mark: { type: 'boxplot' } }],
    ['mark.extent', { mark: { type: 'line', extent: 'ci' } }],
    ['mark.interpolate', { mark: { type: 'line', interpolate: 'basis' } }],
    ['spec.transform', { spec: { transform: [{ regression: 'y', on: 'x' }] } }],
    ['hconcat[0].transform', { hconcat: [{ transform: [{ filter: 'true' }, { calculate: '1', as: 'x' }] }] }],
    ['transform', { transform: [{ sample: 10 }] }],
    ['transform', { transform: [{ window: [{ op: 'mean' }] }] }],
    ['data.url', { data: { url: 'rows.csv' } }],
    ['config', { config: { font: 'Comic Sans' } }],
  ])('refuses %s', (path, spec) => {
    expect(() => refuseStatistics(spec, 'study/figure')).toThrow(
      new RegExp(`^figure study/figure: ${path.replace(/[[\].]/g, '\\$&')} `),
    )
  })

  it('lets plain drawing pass, whatever the columns are called', () => {
    const spec = {
      data: { values: [{ bin: 1, aggregate: 2, extent: 'ci' }] },
      transform: [{ filter: { field: 'kind', equal: 'a' } }],
      mark: { type: 'line', interpolate: 'step-after' },
      encoding: { x: { field: 'bin', bin: null, type: 'quantitative' }, y: { ...y, stack: 'zero' } },
    }
    expect(() => refuseStatistics(spec, 'figure')).not.toThrow()
  })
})
