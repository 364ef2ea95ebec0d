import { integerPow } from '@lawbook/base'
import type { Spec, TextMark } from 'vega'

/** What stands across every picture of a run that is never judged: a quick one, one of other routers, one on local files. */
const stampText = 'trial run: not for citation'

/** Adds the stamp across the middle of a page of this size, whose plots start at `origin`. */
export function stampOn(
  page: { width: number; height: number },
  origin: readonly [number, number],
  font: string,
): (compiled: Spec) => Spec {
  const { width, height } = page
  const diagonal = Math.sqrt(integerPow(width, 2) + integerPow(height, 2))
  const mark: TextMark = {
    type: 'text',
    zindex: 10,
    encode: {
      enter: {
        text: { value: stampText },
        x: { value: width / 2 - origin[0] },
        y: { value: height / 2 - origin[1] },
        align: { value: 'center' },
        baseline: { value: 'middle' },
        angle: { value: (-Math.atan2(height, width) * 180) / Math.PI },
        font: { value: font },
        fontSize: { value: Math.floor((0.75 * diagonal * 2) / stampText.length) },
        fontWeight: { value: 600 },
        fill: { value: '#D55E00' },
        fillOpacity: { value: 0.35 },
      },
    },
  }
  return (compiled) => ({ ...compiled, marks: [...(compiled.marks ?? []), mark] })
}
