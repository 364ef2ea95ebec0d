import type { SpoiledStage } from '../../../../testing.ts'

const change =
  (name: string, from: string | RegExp, to: string): SpoiledStage['spoil'] =>
  (files) => {
    const old = new TextDecoder().decode(files.get(name)!)
    const made = old.replace(from, to)
    if (made === old) throw new Error(`nothing to spoil in ${name}`)
    files.set(name, new TextEncoder().encode(made))
  }

const spoiled: SpoiledStage[] = [
  {
    name: 'the second copy of an invoice was let through',
    stage: 0,
    spoil: change('checked.csv', 're2031,duplicate', 're2031,ok'),
  },
  {
    name: 'the receipts were not read again',
    stage: 1,
    spoil: change('payrun.csv', /RE-2040.*\n/, ''),
  },
  {
    name: 'the wrong Lindner was paid',
    stage: 1,
    spoil: change('payrun.csv', 'L-0092,Lindner Paper,85.00', 'L-0091,Lindner Metal,396.00'),
  },
  {
    name: 'the repeated credit was taken twice',
    stage: 2,
    spoil: change('payrun_final.csv', '237.50', '225.00'),
  },
]
export default spoiled
