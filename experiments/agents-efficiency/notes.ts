import type { Row } from '@lawbook/schemas'

/** What stands beside the numbers: how the readings came out, and what that is not. */
export function notesOf(readings: readonly Row[]): string[] {
  const standings = (who: string) => {
    const own = readings.filter((row) => row.who === who)
    const count = (standing: string) => own.filter((row) => row.standing === standing).length
    return `inside the band in ${count('inside')}, outside in ${count('outside')} and open in ${count('open')} of ${own.length}`
  }
  const outsideByMaker = (who: string) =>
    readings.filter((row) => row.who === who && row.standing_by_maker === 'outside').length
  return [
    `The median over all agents is ${standings('all')} readings, that over the best quarter ${standings('best')}. The readings were chosen by us and share agents: such shares are no probabilities and no vote.`,
    `“Outside” takes the models of one maker as independent. With makers as independent ${outsideByMaker('all')} medians over all agents are outside and ${outsideByMaker('best')} over the best quarter.`,
    'Which of the tasks without a cost were solved is not among the published figures: bounds hold how many of all tasks were. With --data-dir they count with their own outcome.',
    'Intervals over agents speak of other agents on the same tasks. The agents of a table are those that somebody listed, not a random sample of agents.',
    'The best quarter of agents is chosen by success; where success is the reading itself, it is flattered by luck.',
    'Dollars are list prices at the time of each source and include what caching and discounts did to them; they are a stand-in for compute.',
    'The collection of mini-SWE-agent runs leaves one model out, whose single outcomes disagree with its headline.',
  ]
}
