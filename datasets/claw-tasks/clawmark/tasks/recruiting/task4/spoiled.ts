import { rowsOf } from '@lawbook/benchmarks'
import type { SpoiledStage } from '../../../../testing.ts'

const set = (
  services: Parameters<typeof rowsOf>[0],
  number: string,
  properties: Record<string, string | number>,
): void => {
  Object.assign(rowsOf(services, 'Candidates').find((row) => row.properties.Number === number)!.properties, properties)
}

const spoiled: SpoiledStage[] = [
  {
    name: 'a month was taken for a year',
    stage: 0,
    spoil: (files) => {
      const text = new TextDecoder().decode(files.get('offers.csv')!)
      files.set('offers.csv', new TextEncoder().encode(text.replace('D-1,46800,yes', 'D-1,42000,raised')))
    },
  },
  {
    name: 'the exception of the lab was granted',
    stage: 1,
    spoil: (_, services) => set(services, 'D-3', { Offer: 67200 }),
  },
  {
    name: 'offered by the band of Monday',
    stage: 1,
    spoil: (_, services) => set(services, 'D-4', { Offer: 42000 }),
  },
  {
    name: 'the extension in the calendar went unseen',
    stage: 2,
    spoil: (_, services) => set(services, 'D-2', { Status: 'expired' }),
  },
]
export default spoiled
