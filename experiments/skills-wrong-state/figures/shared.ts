import { fixed, type Layer, listNames, type Position, panelLetter } from '@lawbook/figures'
import { type DependencyClass, dependencyClasses } from '@lawbook/pipelines'
import type { Row } from '@lawbook/schemas'

export const classNames: Readonly<Record<DependencyClass, string>> = {
  tight: 'tight',
  loose: 'loose',
  independent: 'independent',
}

/** What every caption has to say of its intervals. */
export const twoWay = {
  interval:
    'delete-one jackknives over second-step, first-step and nearest wrong skills and over kins of routers, the farthest limit of all',
  level: '90 %',
  resampled: 'second-step, first-step and nearest wrong skills; kins of routers',
}

/** What stands in for the paper's wrong states and its judge. */
export const executedHere =
  'Wrong first skills were really executed and checks are programs; the paper’s wrong states and its judge are language models.'

/** Numbers of pairs, '40 tight, 41 loose and 39 independent pairs'. */
export function pairsText(products: readonly Row[]): string {
  const n = (kind: string): number => Number(products.find((row) => row.class === kind)?.pairs ?? 0)
  return `${listNames(dependencyClasses.map((kind) => `${n(kind)} ${kind}`))} pairs`
}

/** How many routers are judged. */
export function judgedCount(routers: readonly Row[]): number {
  return new Set(routers.filter(({ judged }) => judged === true).map(({ router }) => router)).size
}

/** A row's value with its 90 % interval, '−3.1 (−5.0 to −1.2)'; the value alone where it has no interval. */
export function rowText(row: Row | undefined): string {
  const value = fixed(row?.value, 1)
  return typeof row?.lo90 === 'number' ? `${value} (${fixed(row.lo90, 1)} to ${fixed(row.hi90, 1)})` : value
}

/** The axis of a panel beside others: only the first has labels. */
export function labelsIn(first: boolean, position: Position): Position {
  return first ? position : { ...position, axis: { ...position.axis, labels: false } }
}

/** Layers whose series stand below one another within a row of a category axis. */
export function offsetBy(field: string, keys: readonly string[], layers: readonly Layer[]): Layer[] {
  const yOffset = { field, scale: { domain: [...keys] } }
  return layers.map((layer) => ({ ...layer, encoding: { ...layer.encoding, yOffset } }) as Layer)
}

/** '(a) tight'. */
export function lettered(k: number, title: string): string {
  return `${panelLetter(k)} ${title}`
}
