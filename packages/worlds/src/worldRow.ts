type Limits = readonly [number, number] | null

/**
 * One row of a table of planted worlds: what one measure found in one replicate of one world, with its 90 % and 99.5 %
 * limits. An estimate of null is a measure that this replicate does not have: all five cells are null.
 */
export function worldRow(
  world: string,
  replicate: number,
  measure: string,
  estimate: { readonly value: number | null; readonly i90: Limits; readonly i995: Limits } | null,
) {
  return {
    world,
    replicate,
    measure,
    value: estimate?.value ?? null,
    lo90: estimate?.i90?.[0] ?? null,
    hi90: estimate?.i90?.[1] ?? null,
    lo995: estimate?.i995?.[0] ?? null,
    hi995: estimate?.i995?.[1] ?? null,
  }
}
