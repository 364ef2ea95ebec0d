import type { SpoiledStage } from '../../../../testing.ts'

const edit = (files: Map<string, Uint8Array>, name: string, from: string | RegExp, to: string): void => {
  files.set(name, Buffer.from(Buffer.from(files.get(name)!).toString().replace(from, to)))
}

const spoiled: SpoiledStage[] = [
  {
    name: 'charged the full price',
    stage: 0,
    spoil: (files) => edit(files, 'damages.csv', 'worktop,450.00', 'worktop,600.00'),
  },
  {
    name: 'the start of the power meter as it first stood',
    stage: 1,
    spoil: (files) => edit(files, 'meters.json', /"used": 1100,\s*"cost": 352/, '"used": 1210, "cost": 387.2'),
  },
  {
    name: 'a total without the water',
    stage: 1,
    spoil: (files) => edit(files, 'meters.json', /"total": 635\.08/, '"total": 583'),
  },
  {
    name: 'damages and meters changed for one another',
    stage: 2,
    spoil: (files) => {
      edit(files, 'settlement.json', /"damages": 610/, '"damages": 635.08')
      edit(files, 'settlement.json', /"meters": 635\.08/, '"meters": 610')
    },
  },
  {
    name: 'paid the brother',
    stage: 2,
    spoil: (files) => edit(files, 'settlement.json', 'ZZ55 1000 2000', 'ZZ99 7000 8000'),
  },
  {
    name: 'the deposit of the first day',
    stage: 2,
    spoil: (files) => {
      edit(files, 'settlement.json', '1800', '1500')
      edit(files, 'settlement.json', '554.92', '254.92')
    },
  },
]
export default spoiled
