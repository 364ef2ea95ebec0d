import { corrected } from './corrected.ts'
import type { RouterStep } from './routerStep.ts'

/**
 * Inverted softmax over a query bank: a skill's score divided by the temperature, minus the logarithm of the mean of
 * e^(score / temperature) over the bank. The temperature is in standard deviations of a request's scores.
 */
export function invertedSoftmax(temperature: number): RouterStep {
  return {
    id: 'inverted-softmax',
    title: 'Inverted softmax',
    source:
      'Smith, Turban, Hamblin and Hammerla (2017), Offline bilingual word vectors; as a query bank: Bogolin, Croitoru, Jin, Liu and Albanie (2022), QB-Norm',
    wrap: (router, calibration) =>
      corrected(router, 'inverted-softmax', calibration, (skills) => {
        const total = new Float64Array(skills)
        const count = new Float64Array(skills)
        return {
          add(skill, score) {
            total[skill]! += Math.exp(score / temperature)
            count[skill]! += 1
          },
          corrected: (skill, score) =>
            score / temperature - (count[skill] === 0 ? 0 : Math.log(total[skill]! / count[skill]!)),
        }
      }),
  }
}
