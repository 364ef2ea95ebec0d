import { tieKey } from '@lawbook/routers'
import { unmatched } from '@lawbook/sweeps'

/** How often ties are broken anew; the share of orders stands for the chance. */
export const tieOrders = 8

/**
 * The key of a skill in tie order o, in [0, 1): of tied skills the lowest stands first. `skill` null stands for the step's
 * right skill, whose keys are spread evenly over the orders from a start that hangs on the request, (o + start) / tieOrders:
 * so the mean over requests is the chance 1 / (t + 1) among t ties, however many. Any other has a hash.
 */
export function tieOrderKey(request: string, o: number, skill: string | null): number {
  const hash = (text: string, id: string): number => tieKey(text, id) / 4294967296
  return skill === null ? (o + hash(request, 'start')) / tieOrders : hash(`${request} ${o}`, skill)
}

/**
 * Who stands before the skill `own` in a row of dense ranks, ties broken in `tieOrders` orders (`tieOrderKey`; `right` is the
 * right skill of the step). One set where nothing ties; null where `own` shares nothing with the request.
 */
export function beatersOf(
  row: Uint16Array,
  own: number,
  request: string,
  idOf: (skill: number) => string,
  right = own,
): Int32Array[] | null {
  const rank = row[own]!
  if (rank === unmatched) return null
  const strict: number[] = []
  const tied: number[] = []
  for (let j = 0; j < row.length; j++) {
    if (j === own) continue
    if (row[j]! < rank) strict.push(j)
    else if (row[j] === rank) tied.push(j)
  }
  if (tied.length === 0) return [Int32Array.from(strict)]
  return Array.from({ length: tieOrders }, (_, o) => {
    const key = (j: number): number => tieOrderKey(request, o, j === right ? null : idOf(j))
    return Int32Array.from([...strict, ...tied.filter((j) => key(j) < key(own))])
  })
}
