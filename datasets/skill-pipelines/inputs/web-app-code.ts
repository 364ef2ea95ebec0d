import { type Files, filesOf, type Random } from '../seeded.ts'

const people = ['anna', 'ben', 'mara', 'tomas'] as const
const wishes = [
  'show a message when the list is empty',
  'let people choose the currency',
  'keep the cart when the page is closed',
  'ask the server for the rate',
  'write a test for negative amounts',
  'remember the last search',
  'paginate, the list gets long',
] as const
const faults = [
  'breaks when a name holds a comma',
  'counts gifts twice',
  'wrong after midnight in Lisbon',
  'rounds half cents the wrong way',
  'slow with more than 500 lines',
] as const
const products = ['lamp', 'desk', 'chair', 'shelf', 'mirror'] as const

/** src/: a page, its cart and helpers for showing amounts; TypeScript and JavaScript with remarks, strings and imports. */
export default function make(random: Random): Files {
  return filesOf({ 'src/app.ts': app(random), 'src/cart.ts': cart(random), 'src/format.js': format(random) })
}

function app(random: Random): string {
  const port = random.int(3000, 8999)
  return `import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import express from 'express'
import { addLine, emptyCart, totalOf } from './cart.js'
import type { Cart, Line } from './cart.js'
import { formatAmount, formatDate } from './format.js'

/* The shop of ${random.pick(['Harbour', 'Station', 'Market'])} Street.
   ${remark(random)} */

interface Page {
  readonly title: string // shown in the tab
  readonly cart: Cart
  readonly total: number
}

type Handler = (path: string) => Promise<string>

const port: number = ${port} // FIXME: read it from the settings
const home = 'http://localhost:${port}/' // two slashes in a string are no remark
const headings: Record<string, string> = {
  cart: 'Your total so far',
  empty: "No total yet // nothing in the cart",
}

// ${remark(random)}
function pageOf(cart: Cart): Page {
  const total = totalOf(cart)
  return { title: total > 0 ? headings.cart! : headings.empty!, cart, total }
}

/** Render a page as HTML. The total stands below the lines. */
function render({ title, cart, total }: Page): string {
  const rows = cart.lines.map((line: Line) => \`<li>\${line.units} x \${line.product}</li>\`)
  return \`<h1>\${title}</h1><ul>\${rows.join('')}</ul><p>total: \${formatAmount(total, '${random.pick(['EUR', 'CHF', 'GBP'])}')}</p>\`
}

const handle: Handler = async (path) => {
  if (/^\\/(about|terms)\\/?$/.test(path)) return await readFile(\`pages\${path}.html\`, 'utf8')
  // ${remark(random)}
  const filled = addLine(emptyCart(), { product: '${random.pick(products)}', units: ${random.int(1, 9)}, price: ${price(random)} })
  return render(pageOf(filled))
}

export async function start(): Promise<void> {
  const { logVisit } = await import('./visits.js') /* loaded late */
  const site = express()
  site.use((request: { path: string }, response: { send(body: string): void }) => {
    logVisit(request.path, formatDate('${random.day(random.int(0, 80))}'))
    void handle(request.path).then((body) => response.send(body))
  })
  createServer(site).listen(port)
  console.log(\`listening on \${home}\`)
}
`
}

function cart(random: Random): string {
  return `import { nanoid } from 'nanoid'
import { roundCents } from './format.js'

export interface Line {
  readonly product: string
  readonly units: number
  readonly price: number
}

export type Cart = { readonly id: string; readonly lines: readonly Line[] }

/** A cart without lines. */
export function emptyCart(): Cart {
  return { id: nanoid(), lines: [] }
}

// ${remark(random)}
export function addLine(cart: Cart, line: Line): Cart {
  if (line.units < 1) throw new Error(\`cannot add \${line.units} of \${line.product} to the total\`)
  return { ...cart, lines: [...cart.lines, line] }
}

/**
 * What a cart costs.
 * ${remark(random)}
 */
export function totalOf(cart: Cart, discount: number = ${random.int(0, 9) / 100}): number {
  let total = 0
  for (const line of cart.lines) total += line.units * line.price
  if (total > ${random.int(200, 900)}) total = total * (1 - discount) // large orders
  return roundCents(total)
}

export function describe<T extends Cart>(cart: T): string {
  const total: number = totalOf(cart)
  return cart.lines.length === 0 ? 'no total' : 'total ' + total.toFixed(2)
}
`
}

function format(random: Random): string {
  return `// Helpers for showing amounts and days.
const symbols = { EUR: '\\u20ac', CHF: 'Fr.', GBP: '\\u00a3' }

/* ${remark(random)} */
export function formatAmount(total, currency = 'EUR') {
  const [whole, cents] = total.toFixed(2).split('.')
  const grouped = whole.replace(/\\B(?=(\\d{3})+$)/g, "'")
  return \`\${symbols[currency] ?? currency} \${grouped}.\${cents}\`
}

export function roundCents(amount) {
  return Math.round(amount * 100) / 100 // a ${random.pick(products)} may cost half a cent
}

// ${remark(random)}
export function formatDate(iso) {
  const [year, month, day] = iso.split('-')
  return [day, month, year].join('.')
}

export const labels = ['total', 'TODO list', 'to the shop'] // ${random.pick(people)} chose the words
`
}

function remark(random: Random): string {
  return random.next() < 0.6
    ? `TODO(${random.pick(people)}): ${random.pick(wishes)}`
    : `FIXME: ${random.pick(faults)}, see ${random.day(random.int(0, 80))}`
}

function price(random: Random): string {
  return (random.int(500, 29900) / 100).toFixed(2)
}
