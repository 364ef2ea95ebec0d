import { type Image, imageOf } from '../../checks/images.ts'
import { near } from '../../checks/numbers.ts'
import { judgeProduced, type Step, sourcesOf, textOf } from '../../checks/step.ts'

type Facts = Readonly<Record<string, unknown>>

/** One object a source with its size, channels and mean colour; the mean may count transparent pixels or not. */
export default function check(step: Step): string[] {
  const sources = sourcesOf(step, ['.png'])
  if (sources.length === 0) return ['there is no picture']
  return judgeProduced(step, ['.json'], (name) => {
    const parsed = JSON.parse(textOf(step.after, name)) as Facts | Facts[]
    const facts = Array.isArray(parsed) ? parsed : [parsed]
    if (facts.length !== sources.length) return [`${name} tells of ${facts.length} pictures, not ${sources.length}`]
    return sources.flatMap((source, i) => {
      const own = facts.find((some) => Object.values(some).includes(source)) ?? facts[i]!
      return reasonsAgainst(imageOf(step.before, source), own, source)
    })
  })
}

function reasonsAgainst(image: Image, facts: Facts, source: string): string[] {
  const sides = (['width', 'height'] as const).filter((side) => facts[side] !== image[side])
  const reasons = sides.map((side) => `the ${side} of ${source} is ${image[side]}, not ${facts[side]}`)
  if (facts.channels !== image.channels) reasons.push(`${source} has not ${facts.channels} channels`)
  const told = colourOf(Object.entries(facts).find(([key]) => /mean|average/i.test(key))?.[1])
  if (told === null) reasons.push(`there is no mean colour of ${source}`)
  else if (![true, false].some((weighed) => close(told, meanOf(image, weighed)))) {
    reasons.push(`the mean colour of ${source} is not ${told.join(', ')}`)
  }
  return reasons
}

/** Three numbers, however they are written: a list, an object or #rrggbb. */
function colourOf(value: unknown): number[] | null {
  if (typeof value === 'string') {
    const hex = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(value)
    return hex === null ? null : hex.slice(1).map((part) => Number.parseInt(part, 16))
  }
  if (typeof value !== 'object' || value === null) return null
  const parts = Object.values(value).slice(0, 3)
  return parts.length === 3 && parts.every((part) => typeof part === 'number') ? parts : null
}

function meanOf(image: Image, weighed: boolean): number[] {
  const sums = [0, 0, 0, 0]
  for (let i = 0; i < image.width * image.height; i++) {
    const pixel = image.pixel(i % image.width, Math.floor(i / image.width))
    const weight = weighed ? pixel[3] / 255 : 1
    for (let c = 0; c < 3; c++) sums[c]! += weight * pixel[c]!
    sums[3]! += weight
  }
  return sums.slice(0, 3).map((sum) => sum / sums[3]!)
}

function close(told: readonly number[], mean: readonly number[]): boolean {
  return mean.every((part, c) => near(told[c]!, part) || Math.abs(told[c]! - part) <= 0.51)
}
