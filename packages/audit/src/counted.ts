/** A whole number with its thousands apart: 65,536. */
export const sayWhole = (n: number): string => String(n).replace(/\B(?=(\d{3})+$)/g, ',')

/** "1 skill", "2 skills". */
export const sayCount = (n: number, noun: string): string => `${sayWhole(n)} ${noun}${n === 1 ? '' : 's'}`
