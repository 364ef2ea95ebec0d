import { type Files, filesOf, type Random } from '../seeded.ts'

const colours = ['#1f77b4', '#d62728', '#2ca02c', '#cccccc'] as const

/** drawing.svg: a plan with rooms and pipes as a drawing program saves it: comments, metadata, indentation. */
export default function make(random: Random): Files {
  const rooms = Array.from({ length: 14 }, (_, i) => room(random, i))
  const pipes = Array.from({ length: 8 }, (_, i) => pipe(random, i))
  return filesOf({ 'drawing.svg': `${[...head, ...rooms, '  </g>', ...middle, ...pipes, ...foot].join('\n')}\n` })
}

const head = [
  '<?xml version="1.0" encoding="UTF-8"?>',
  '<!-- Saved by a drawing program -->',
  '<svg xmlns="http://www.w3.org/2000/svg" width="480" height="320" viewBox="0 0 480 320">',
  '  <metadata>',
  '    <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/">',
  '      <dc:title>Plan of the ground floor</dc:title>',
  '      <dc:creator>Facilities</dc:creator>',
  '    </rdf:RDF>',
  '  </metadata>',
  '  <title>Ground floor</title>',
  '  <style>',
  '    .wall { stroke: #1f77b4; stroke-width: 2 }',
  '    .note { fill: #333333; font-size: 11px }',
  '  </style>',
  '  <!-- rooms -->',
  '  <g id="rooms">',
]
const middle = ['  <!-- pipes, hot in red -->', '  <g id="pipes" fill="none" style="stroke: #D62728; stroke-width: 3">']
const foot = [
  '  </g>',
  '  <circle cx="440" cy="36" r="18" fill="#d62728" stroke="#1F77B4"/>',
  '  <text x="12" y="310" class="note">blue is #1f77b4,  <tspan font-weight="bold">red</tspan> is hot</text>',
  '</svg>',
]

function room(random: Random, i: number): string {
  const [x, y] = [20 + 60 * (i % 7), 40 + 110 * Math.floor(i / 7)]
  const size = `width="${random.int(40, 56)}"   height="${random.int(60, 96)}"`
  return [
    `    <rect class="wall" x="${x}" y="${y}"  ${size}`,
    `          fill="${i === 0 ? '#1f77b4' : random.pick(colours)}" fill-opacity="0.4" />`,
    `    <text class="note" x="${x + 6}" y="${y + 16}">Room ${101 + i}</text>`,
  ].join('\n')
}

function pipe(random: Random, i: number): string {
  const turn = `${random.int(60, 420)} ${random.int(60, 280)}`
  return `    <path id="pipe-${i + 1}"\n          d="M 10 ${30 + 30 * i}  L ${turn}  L 470 ${random.int(40, 300)}" />`
}
