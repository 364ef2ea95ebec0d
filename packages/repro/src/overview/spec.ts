import { greys, type Layer, type Panel, type Position, panel } from '@lawbook/figures'
import type { Row, Verdict } from '@lawbook/schemas'
import { type Marks, type TextStyle, textSize } from './marks.ts'

/**
 * How each verdict looks, the same colours as in the report: agreement is round, denial square, and what stands on
 * form-only evidence or is not settled is hollow.
 */
const looks: Readonly<Record<Verdict, { readonly shape: string; readonly ink: string; readonly filled: boolean }>> = {
  reproduced: { shape: 'circle', ink: '#00614A', filled: true },
  consistent: { shape: 'circle', ink: '#00614A', filled: false },
  contradicted: { shape: 'square', ink: '#A33D00', filled: true },
  'does-not-carry': { shape: 'square', ink: '#A33D00', filled: false },
  'direction-only': { shape: 'triangle-right', ink: '#6B5300', filled: false },
  inconclusive: { shape: 'diamond', ink: '#6B5300', filled: false },
  'not-testable': { shape: 'stroke', ink: '#575757', filled: false },
}
const [band, dot] = ['#CFE3F5', '#0072B2']

const lineLooks = {
  heavy: { color: greys.axis, strokeWidth: 0.8 },
  light: { color: greys.grid, strokeWidth: 0.5 },
  scale: { color: greys.quiet, strokeWidth: 0.4 },
  outer: { color: greys.text, style: 'outer' },
  inner: { color: greys.text, style: 'inner' },
} as const

/** The marks as one panel without axes, a point a unit. */
export function overviewPanel(marks: Marks, width: number): Panel {
  const [x, y] = [position('x', width, false), position('y', marks.height, true)]
  const layers: Layer[] = [
    ...boxes(marks, x, y),
    ...(['heavy', 'light', 'scale'] as const).map((weight) => lines(marks, weight, x, y)),
    {
      ...values(marks.neutrals),
      mark: { type: 'rule', strokeDash: [2, 1.5], strokeWidth: 0.8, color: greys.axis },
      encoding: { x, y, y2: { field: 'y2' } },
    },
    ...(['outer', 'inner'] as const).map((weight) => lines(marks, weight, x, y)),
    { ...values(marks.dots), mark: { type: 'point', color: dot, size: 22 }, encoding: { x, y } },
    arrows(marks, x, y),
    verdicts(marks, x, y),
    ...(Object.keys(textSize) as TextStyle[]).map((style) => texts(marks, style, x, y)),
  ]
  return panel({ width, height: marks.height, layers })
}

function position(field: 'x' | 'y', most: number, reverse: boolean): Position {
  return {
    field,
    type: 'quantitative',
    scale: { domain: [0, most], nice: false, zero: false, reverse },
    axis: null,
  }
}

function values(rows: readonly Row[]) {
  return { data: { values: [...rows] } }
}

function boxes({ boxes }: Marks, x: Position, y: Position): Layer[] {
  const only = (kind: string) => values(boxes.filter((box) => box.kind === kind))
  const encoding = { x, x2: { field: 'x2' }, y, y2: { field: 'y2' } }
  return [
    { ...only('looked'), mark: { type: 'rect', color: band }, encoding },
    { ...only('claimed'), mark: { type: 'rect', filled: false, stroke: dot, strokeWidth: 0.6 }, encoding },
  ]
}

function lines({ lines }: Marks, weight: keyof typeof lineLooks, x: Position, y: Position): Layer {
  const rows = lines.filter((line) => line.weight === weight)
  return { ...values(rows), mark: { type: 'rule', ...lineLooks[weight] }, encoding: { x, x2: { field: 'x2' }, y } }
}

function arrows({ arrows }: Marks, x: Position, y: Position): Layer {
  const rows = arrows.map(({ to, ...place }) => ({ ...place, shape: `triangle-${to}` }))
  return {
    ...values(rows),
    mark: { type: 'point', color: greys.axis, size: 16 },
    encoding: { x, y, shape: { field: 'shape', type: 'nominal', scale: null } },
  }
}

function verdicts({ verdicts }: Marks, x: Position, y: Position): Layer {
  const rows = verdicts.map(({ verdict, ...place }) => {
    const { shape, ink, filled } = looks[verdict]
    return { ...place, verdict, shape, stroke: ink, fill: filled ? ink : '#FFFFFF' }
  })
  return {
    ...values(rows),
    mark: { type: 'point', size: 26, strokeWidth: 1 },
    encoding: {
      x,
      y,
      shape: { field: 'shape', type: 'nominal', scale: null },
      stroke: { field: 'stroke', type: 'nominal', scale: null },
      fill: { field: 'fill', type: 'nominal', scale: null },
    },
  }
}

function texts({ texts }: Marks, style: TextStyle, x: Position, y: Position): Layer {
  const rows = texts
    .filter((one) => one.style === style)
    .map(({ x, y, text, verdict }) => ({ x, y, text, ink: verdict === null ? inkOf(style) : looks[verdict].ink }))
  return {
    ...values(rows),
    mark: {
      type: 'text',
      align: style === 'right' ? 'right' : 'left',
      baseline: 'middle',
      fontSize: textSize[style].size,
      fontWeight: ['title', 'heading', 'ref', 'verdict'].includes(style) ? 600 : 400,
    },
    encoding: { x, y, text: { field: 'text' }, color: { field: 'ink', type: 'nominal', scale: null } },
  }
}

function inkOf(style: TextStyle): string {
  return style === 'quiet' || style === 'left' || style === 'right' ? '#575757' : greys.text
}
